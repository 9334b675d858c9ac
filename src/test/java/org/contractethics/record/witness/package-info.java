@NullMarked
package org.contractethics.record.witness;

import org.jspecify.annotations.NullMarked;
