/** What those who take part in a review say to each other about it. */
@NullMarked
package org.contractethics.review.internal.discussion;

import org.jspecify.annotations.NullMarked;
