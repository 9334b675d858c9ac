/** Deals that were refused or ended, and whether a contract is one of them again. */
@NullMarked
package org.contractethics.review.internal.returning;

import org.jspecify.annotations.NullMarked;
