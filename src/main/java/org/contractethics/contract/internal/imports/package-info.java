/** Reads award files into the register: every good row is kept, every bad one is reported. */
@NullMarked
package org.contractethics.contract.internal.imports;

import org.jspecify.annotations.NullMarked;
