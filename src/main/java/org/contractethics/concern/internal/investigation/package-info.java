/** What those who handle a concern found, allegation by allegation. */
@NullMarked
package org.contractethics.concern.internal.investigation;

import org.jspecify.annotations.NullMarked;
