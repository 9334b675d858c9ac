/** Tests of the record. */
@NullMarked
package org.contractethics.record.internal;

import org.jspecify.annotations.NullMarked;
