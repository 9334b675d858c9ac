/** Writes the record as files that others can check without this program. */
@NullMarked
package org.contractethics.record.export;

import org.jspecify.annotations.NullMarked;
