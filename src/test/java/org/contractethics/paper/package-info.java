/** Papers in each of their forms, opened again. */
@NullMarked
package org.contractethics.paper;

import org.jspecify.annotations.NullMarked;
