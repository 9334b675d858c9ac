/** Meetings about a concern: asked for by its filer, offered and noted by those who handle it. */
@NullMarked
package org.contractethics.concern.internal.meeting;

import org.jspecify.annotations.NullMarked;
