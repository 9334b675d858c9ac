@NullMarked
package org.contractethics.review.internal.returning;

import org.jspecify.annotations.NullMarked;
