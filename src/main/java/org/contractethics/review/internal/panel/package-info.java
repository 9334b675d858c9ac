/** The panel: who is drawn for it and stands in, for which term, who does the tasks of the absent, when it meets. */
@NullMarked
package org.contractethics.review.internal.panel;

import org.jspecify.annotations.NullMarked;
