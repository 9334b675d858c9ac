/** The tables of delta reviews, for tests outside their package. */
@NullMarked
package org.contractethics.review.internal.measure;

import org.jspecify.annotations.NullMarked;
