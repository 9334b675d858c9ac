/** What a delta review carries over from the decided review before it, and what it has to do anew (H8). */
@NullMarked
package org.contractethics.review.internal.delta;

import org.jspecify.annotations.NullMarked;
