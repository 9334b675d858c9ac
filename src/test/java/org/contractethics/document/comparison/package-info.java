@NullMarked
package org.contractethics.document.comparison;

import org.jspecify.annotations.NullMarked;
