/** The pages of the review on the running application. */
@NullMarked
package org.contractethics.review.web;

import org.jspecify.annotations.NullMarked;
