/** The register of government contracts: awards, agencies, resellers, end users, capabilities, and their import. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package org.contractethics.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
