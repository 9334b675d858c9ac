/** Advice on each element of a contract: every author's own text, in versions, countersigned by others. */
@NullMarked
package org.contractethics.review.internal.advice;

import org.jspecify.annotations.NullMarked;
