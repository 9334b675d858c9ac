@NullMarked
package org.contractethics.concern.internal.destroyed;

import org.jspecify.annotations.NullMarked;
