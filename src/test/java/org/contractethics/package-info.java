/** Tests of the whole: architecture, local start, shared test support. */
@NullMarked
package org.contractethics;

import org.jspecify.annotations.NullMarked;
