@NullMarked
package org.contractethics.document;

import org.jspecify.annotations.NullMarked;
