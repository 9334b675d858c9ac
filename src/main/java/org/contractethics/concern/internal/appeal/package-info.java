/** Appeals against answers: by the filer, to people who did not answer. */
@NullMarked
package org.contractethics.concern.internal.appeal;

import org.jspecify.annotations.NullMarked;
