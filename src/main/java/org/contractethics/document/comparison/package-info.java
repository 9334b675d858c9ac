/** Two texts side by side: which paragraphs stayed, changed, moved, came and went, and which words in them. */
@NullMarked
package org.contractethics.document.comparison;

import org.jspecify.annotations.NullMarked;
