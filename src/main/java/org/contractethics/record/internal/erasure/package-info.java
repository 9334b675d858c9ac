/** Erases people from the record: one person asks with a basis, another decides, and the record says what was erased and why. */
@NullMarked
package org.contractethics.record.internal.erasure;

import org.jspecify.annotations.NullMarked;
