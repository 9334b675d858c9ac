/** How long concerns are kept, what keeps them longer, and how everything of them but the outcome is removed. */
@NullMarked
package org.contractethics.concern.internal.retention;

import org.jspecify.annotations.NullMarked;
