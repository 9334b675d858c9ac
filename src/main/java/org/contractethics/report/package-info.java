/** Reports for leadership: every figure is a fold over the record and leads down to its entries. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "access", "paper", "record"})
package org.contractethics.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
