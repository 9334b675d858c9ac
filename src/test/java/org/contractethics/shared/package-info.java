/** Tests of the kernel. */
@NullMarked
package org.contractethics.shared;

import org.jspecify.annotations.NullMarked;
