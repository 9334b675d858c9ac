/** The processes: who has to do what by when; timers escalate and never approve. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "access", "contract", "policy", "review", "concern"})
package org.contractethics.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
