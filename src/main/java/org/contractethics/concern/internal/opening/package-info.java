/** Openings: how a sealed name or an original file is shown to one person, by two, for seven days. */
@NullMarked
package org.contractethics.concern.internal.opening;

import org.jspecify.annotations.NullMarked;
