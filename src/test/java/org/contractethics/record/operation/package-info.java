/** Tests of what is told of how the application is run. */
@NullMarked
package org.contractethics.record.operation;

import org.jspecify.annotations.NullMarked;
