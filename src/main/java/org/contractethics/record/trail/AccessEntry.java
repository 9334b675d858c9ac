package org.contractethics.record.trail;

import org.jspecify.annotations.Nullable;

/**
 * One row of the access trail.
 *
 * @param commitment hash that stands for the reader, in hex; null in a row that names its reader itself, or nobody
 * @param shown whether it was shown; false where the answer was a refusal
 */
public record AccessEntry(long index, Access access, @Nullable String commitment, boolean shown) {}
