/** The few words every module uses: typed ids, actors and roles, recorded events, notices and refusals. No beans. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.contractethics.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
