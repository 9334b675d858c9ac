/** Tells other systems what was decided: subscriptions, and signed deliveries that are tried until they arrive. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package org.contractethics.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
