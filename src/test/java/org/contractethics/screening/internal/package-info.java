@NullMarked
package org.contractethics.screening.internal;

import org.jspecify.annotations.NullMarked;
