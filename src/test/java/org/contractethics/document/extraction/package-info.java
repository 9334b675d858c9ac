@NullMarked
package org.contractethics.document.extraction;

import org.jspecify.annotations.NullMarked;
