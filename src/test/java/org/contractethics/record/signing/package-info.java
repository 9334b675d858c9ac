@NullMarked
package org.contractethics.record.signing;

import org.jspecify.annotations.NullMarked;
