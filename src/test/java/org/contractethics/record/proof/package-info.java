@NullMarked
package org.contractethics.record.proof;

import org.jspecify.annotations.NullMarked;
