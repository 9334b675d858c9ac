/** Compares a name with those of lists and says by which words; the same names always give the same score. No beans, no database. */
@NullMarked
package org.contractethics.screening.internal.matching;

import org.jspecify.annotations.NullMarked;
