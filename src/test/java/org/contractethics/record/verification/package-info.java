/** Tests of the record. */
@NullMarked
package org.contractethics.record.verification;

import org.jspecify.annotations.NullMarked;
