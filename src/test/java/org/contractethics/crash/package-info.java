/** The application killed at every point of the main path, and what must hold when it is started again. */
@NullMarked
package org.contractethics.crash;

import org.jspecify.annotations.NullMarked;
