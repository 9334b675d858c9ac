/** Who is named as paid by a contract, and takes no part in its review for that (H1); and how that is denied. */
@NullMarked
package org.contractethics.review.internal.team;

import org.jspecify.annotations.NullMarked;
