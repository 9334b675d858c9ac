@NullMarked
package org.contractethics.review.internal.discussion;

import org.jspecify.annotations.NullMarked;
