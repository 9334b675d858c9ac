/** The engine, the processes' beans, the inbox and its projection; closed to other modules. */
@NullMarked
package org.contractethics.workflow.internal;

import org.jspecify.annotations.NullMarked;
