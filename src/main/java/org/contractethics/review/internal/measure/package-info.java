/** What concerns do to the contracts they are about: signatures held, reviews opened again, hearings of the panel. */
@NullMarked
package org.contractethics.review.internal.measure;

import org.jspecify.annotations.NullMarked;
