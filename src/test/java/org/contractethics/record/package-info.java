/** Tests of the record. */
@NullMarked
package org.contractethics.record;

import org.jspecify.annotations.NullMarked;
