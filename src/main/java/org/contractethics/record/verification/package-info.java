/** Verifies the record from its stored bytes alone; shares no code with what writes them. */
@NullMarked
package org.contractethics.record.verification;

import org.jspecify.annotations.NullMarked;
