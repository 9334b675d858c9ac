/** What a review rests on: sources with their grades, what they support, and the consultation of the affected. */
@NullMarked
package org.contractethics.review.internal.evidence;

import org.jspecify.annotations.NullMarked;
