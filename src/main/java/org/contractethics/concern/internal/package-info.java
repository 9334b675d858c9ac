/** Filing, following and answering concerns, and who may read which part of them. */
@NullMarked
package org.contractethics.concern.internal;

import org.jspecify.annotations.NullMarked;
