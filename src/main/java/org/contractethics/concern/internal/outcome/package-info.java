/** What came of concerns, for every employee, without a way back to any of them. */
@NullMarked
package org.contractethics.concern.internal.outcome;

import org.jspecify.annotations.NullMarked;
