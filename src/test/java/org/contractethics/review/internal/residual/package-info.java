@NullMarked
package org.contractethics.review.internal.residual;

import org.jspecify.annotations.NullMarked;
