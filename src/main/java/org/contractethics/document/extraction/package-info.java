/** Bytes in, parts and clauses out: reads each file format, within limits, or names the reason why it could not. */
@NullMarked
package org.contractethics.document.extraction;

import org.jspecify.annotations.NullMarked;
