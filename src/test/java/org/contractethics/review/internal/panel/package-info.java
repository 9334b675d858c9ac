/** Tests of the panel. */
@NullMarked
package org.contractethics.review.internal.panel;

import org.jspecify.annotations.NullMarked;
