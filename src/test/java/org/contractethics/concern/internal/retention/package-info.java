@NullMarked
package org.contractethics.concern.internal.retention;

import org.jspecify.annotations.NullMarked;
