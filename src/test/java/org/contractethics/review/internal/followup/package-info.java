/** Tests of what follows a signature. */
@NullMarked
package org.contractethics.review.internal.followup;

import org.jspecify.annotations.NullMarked;
