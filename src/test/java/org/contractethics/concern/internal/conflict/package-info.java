/** Tests of who is kept from a concern. */
@NullMarked
package org.contractethics.concern.internal.conflict;

import org.jspecify.annotations.NullMarked;
