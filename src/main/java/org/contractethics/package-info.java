/** The application: one package below this one is one module. */
@NullMarked
package org.contractethics;

import org.jspecify.annotations.NullMarked;
