/** Appends facts to the record and reads them back. */
@NullMarked
package org.contractethics.record.internal;

import org.jspecify.annotations.NullMarked;
