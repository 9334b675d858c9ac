/** Tests of what has to be so before somebody is erased. */
@NullMarked
package org.contractethics.record.internal.erasure;

import org.jspecify.annotations.NullMarked;
