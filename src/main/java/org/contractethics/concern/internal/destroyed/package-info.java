/**
 * What was destroyed of concerns, remembered outside of the database: a restored backup brings keys back, and this list has them destroyed
 * again before anybody reads anything.
 */
@NullMarked
package org.contractethics.concern.internal.destroyed;

import org.jspecify.annotations.NullMarked;
