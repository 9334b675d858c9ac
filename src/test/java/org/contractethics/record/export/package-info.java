@NullMarked
package org.contractethics.record.export;

import org.jspecify.annotations.NullMarked;
