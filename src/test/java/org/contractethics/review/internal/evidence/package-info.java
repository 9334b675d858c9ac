@NullMarked
package org.contractethics.review.internal.evidence;

import org.jspecify.annotations.NullMarked;
