/** Tests of what is held against the entries. */
@NullMarked
package org.contractethics.record.beside;

import org.jspecify.annotations.NullMarked;
