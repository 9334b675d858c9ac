/** Whether filers come to harm because they filed: asked at fixed days, answered by a case of its own. */
@NullMarked
package org.contractethics.concern.internal.retaliation;

import org.jspecify.annotations.NullMarked;
