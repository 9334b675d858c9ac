/** Lists, their versions and what was found of them. */
@NullMarked
package org.contractethics.screening.internal;

import org.jspecify.annotations.NullMarked;
