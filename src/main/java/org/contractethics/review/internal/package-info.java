/** The rules of the review, its use cases and its tables. */
@NullMarked
package org.contractethics.review.internal;

import org.jspecify.annotations.NullMarked;
