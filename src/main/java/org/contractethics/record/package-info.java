/** The append-only record of every fact that matters, as an RFC 6962 tree anyone can recompute. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package org.contractethics.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
