package org.contractethics.record.trail;

/**
 * One row of the access trail.
 *
 * @param shown whether it was shown; false where the answer was a refusal
 */
public record AccessEntry(long index, Access access, boolean shown) {}
