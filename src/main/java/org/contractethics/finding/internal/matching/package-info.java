/** Finds the phrases of the checks in the words of one clause, and tells a permission from a prohibition. */
@NullMarked
package org.contractethics.finding.internal.matching;

import org.jspecify.annotations.NullMarked;
