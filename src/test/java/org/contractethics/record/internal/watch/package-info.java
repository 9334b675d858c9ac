@NullMarked
package org.contractethics.record.internal.watch;

import org.jspecify.annotations.NullMarked;
