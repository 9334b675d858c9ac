/** Rebuilds files from what is seen in them; runs in processes of its own only and touches no disk. */
@NullMarked
package org.contractethics.document.cleaning;

import org.jspecify.annotations.NullMarked;
