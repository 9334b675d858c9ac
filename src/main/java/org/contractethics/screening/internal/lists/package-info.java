/** Reads published lists as they come, or refuses them in plain words; no beans, no database. */
@NullMarked
package org.contractethics.screening.internal.lists;

import org.jspecify.annotations.NullMarked;
