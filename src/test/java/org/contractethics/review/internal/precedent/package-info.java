@NullMarked
package org.contractethics.review.internal.precedent;

import org.jspecify.annotations.NullMarked;
