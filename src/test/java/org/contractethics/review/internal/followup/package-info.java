/** Rules of what follows a decision or a signature, without a database. */
@NullMarked
package org.contractethics.review.internal.followup;

import org.jspecify.annotations.NullMarked;
