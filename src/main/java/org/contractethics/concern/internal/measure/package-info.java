/** What a concern does to the contract it is about: by the table when it becomes known, or earlier by hand. */
@NullMarked
package org.contractethics.concern.internal.measure;

import org.jspecify.annotations.NullMarked;
