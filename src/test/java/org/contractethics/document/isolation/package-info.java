@NullMarked
package org.contractethics.document.isolation;

import org.jspecify.annotations.NullMarked;
