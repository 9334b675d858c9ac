/** Tests of the security chains. */
@NullMarked
package org.contractethics.access.internal;

import org.jspecify.annotations.NullMarked;
