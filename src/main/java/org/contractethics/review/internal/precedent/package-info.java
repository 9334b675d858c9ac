/** Similar decisions of the past, with the reason why they are similar. */
@NullMarked
package org.contractethics.review.internal.precedent;

import org.jspecify.annotations.NullMarked;
