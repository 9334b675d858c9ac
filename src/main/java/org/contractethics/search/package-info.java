/** Search over contract clauses, and over incidents with their evidence: a view that can be dropped and rebuilt; it never sees a concern. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "contract", "document", "finding", "review"})
package org.contractethics.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
