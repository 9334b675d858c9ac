/** The standards: rights, capabilities and decision tables as pure functions of facts, under a numbered policy version. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package org.contractethics.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
