/** Tests of the access trail. */
@NullMarked
package org.contractethics.record.trail;

import org.jspecify.annotations.NullMarked;
