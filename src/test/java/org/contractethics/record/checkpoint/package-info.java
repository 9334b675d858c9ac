@NullMarked
package org.contractethics.record.checkpoint;

import org.jspecify.annotations.NullMarked;
