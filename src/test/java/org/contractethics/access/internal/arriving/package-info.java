@NullMarked
package org.contractethics.access.internal.arriving;

import org.jspecify.annotations.NullMarked;
