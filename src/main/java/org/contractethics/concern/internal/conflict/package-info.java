/** Who a concern is about, and that they never come near it. */
@NullMarked
package org.contractethics.concern.internal.conflict;

import org.jspecify.annotations.NullMarked;
