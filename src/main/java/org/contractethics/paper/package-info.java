/** Documents that are handed out: put together once, written as Word file, as tagged PDF and as page with the same words. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.contractethics.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
