/** What follows a signature: conditions, suspensions, interim measures, monitoring and the periodic re-review. */
@NullMarked
package org.contractethics.review.internal.followup;

import org.jspecify.annotations.NullMarked;
