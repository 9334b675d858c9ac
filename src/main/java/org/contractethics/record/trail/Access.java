package org.contractethics.record.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is shown something.
 *
 * @param at to the millisecond; to the day where nobody is named
 * @param actor account name, or {@code -} where the reader must not be known
 * @param subject id of what is shown; null where it has none
 * @param contract the contract it belongs to; null where it belongs to none or to several
 * @param route pattern of the address, never the address itself
 * @param allowedBy the roles that allowed it, or {@code SIGNED_IN}
 * @param task the step of the review it was opened for; null where it was opened for none
 * @param refuses number of the access whose answer was that it is not shown; null for an access
 */
public record Access(
        Instant at,
        String actor,
        AccessKind kind,
        @Nullable String subject,
        @Nullable UUID contract,
        String method,
        String route,
        String allowedBy,
        @Nullable String task,
        @Nullable Long refuses) {

    /** What tells that this access was answered by a refusal. */
    Access refusal(long number) {
        return new Access(at, actor, kind, subject, contract, method, route, allowedBy, task, number);
    }
}
