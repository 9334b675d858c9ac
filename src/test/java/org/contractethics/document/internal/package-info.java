@NullMarked
package org.contractethics.document.internal;

import org.jspecify.annotations.NullMarked;
