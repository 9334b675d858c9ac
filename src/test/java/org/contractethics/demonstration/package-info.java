/** What the run command shows besides an empty application. */
@NullMarked
package org.contractethics.demonstration;

import org.jspecify.annotations.NullMarked;
