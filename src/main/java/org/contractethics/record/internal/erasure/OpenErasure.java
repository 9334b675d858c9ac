package org.contractethics.record.internal.erasure;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.record.internal.ErasureBasis;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that waits for its second person.
 *
 * @param subject account name of the person to erase
 * @param name their full name, where texts are searched for it
 */
public record OpenErasure(
        UUID id,
        String subject,
        @Nullable String name,
        ErasureBasis basis,
        String reason,
        String requestedBy,
        Instant requestedAt) {}
