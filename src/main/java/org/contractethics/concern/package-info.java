/** Concerns about contracts: filed without fear, answered with reasons. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "calendar", "contract", "policy"})
package org.contractethics.concern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
