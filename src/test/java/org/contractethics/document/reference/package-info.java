@NullMarked
package org.contractethics.document.reference;

import org.jspecify.annotations.NullMarked;
