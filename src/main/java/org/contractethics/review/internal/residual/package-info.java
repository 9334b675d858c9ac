/** Countersignatures of residual severity: whether what a mitigation leaves of an impact counts. */
@NullMarked
package org.contractethics.review.internal.residual;

import org.jspecify.annotations.NullMarked;
