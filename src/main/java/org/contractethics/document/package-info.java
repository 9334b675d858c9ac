/** The contract documents: files, versions, hashes, extracted clauses, and who may read them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "contract"})
package org.contractethics.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
