@NullMarked
package org.contractethics.concern.internal.letter;

import org.jspecify.annotations.NullMarked;
