/** The tables of delta reviews, for tests outside their package. */
@NullMarked
package org.contractethics.review.internal.delta;

import org.jspecify.annotations.NullMarked;
