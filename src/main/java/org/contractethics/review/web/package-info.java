/** The pages of the review: a form for each stage, the decision record, and what the case page shows of it. */
@NullMarked
package org.contractethics.review.web;

import org.jspecify.annotations.NullMarked;
