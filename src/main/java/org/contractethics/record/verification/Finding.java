package org.contractethics.record.verification;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the record.
 *
 * @param index number of the entry to blame; null where no single entry is
 * @param message a sentence that names the entry and the field
 */
public record Finding(@Nullable Long index, String message) {}
