@NullMarked
package org.contractethics.document.cleaning;

import org.jspecify.annotations.NullMarked;
