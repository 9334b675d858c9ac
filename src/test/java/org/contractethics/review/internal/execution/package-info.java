@NullMarked
package org.contractethics.review.internal.execution;

import org.jspecify.annotations.NullMarked;
