/** The access trail: who was shown what, written before it is shown, and fixed in the record in batches. */
@NullMarked
package org.contractethics.record.trail;

import org.jspecify.annotations.NullMarked;
