@NullMarked
package org.contractethics.concern.web.speak;

import org.jspecify.annotations.NullMarked;
