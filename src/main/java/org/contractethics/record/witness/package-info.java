/**
 * A witness: a small program on somebody else's machine that remembers the last checkpoint it saw of each log and cosigns the next one
 * only where it is proven to continue it (C2SP tlog-witness). Knows neither Spring nor the database.
 */
@NullMarked
package org.contractethics.record.witness;

import org.jspecify.annotations.NullMarked;
