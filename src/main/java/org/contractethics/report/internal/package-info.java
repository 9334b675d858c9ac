/** Folds the record into figures and writes the reports. */
@NullMarked
package org.contractethics.report.internal;

import org.jspecify.annotations.NullMarked;
