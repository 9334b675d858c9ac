package org.contractethics.record.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event whose values have been found fit for the record: each has exactly one canonical form.
 *
 * @param version of the schema of its kind that it fits; 0 while it has not been held against one, and then it cannot be written
 */
record Fact(
        String kind,
        int version,
        @Nullable UUID contract,
        String actor,
        Instant occurredAt,
        Map<String, Object> facts) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int KIND_LENGTH = 60;
    static final int ACTOR_LENGTH = 100;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Reads the event once; later changes of its maps have no effect. */
    static Fact of(RecordedEvent event) {
        String kind = event.kind();
        if (kind.length() > KIND_LENGTH || !KIND.matcher(kind).matches()) {
            throw new UnfitFactException("kind", "is not a name in kebab case: " + kind);
        }
        String actor = CanonicalValues.text("actor", event.actor());
        if (actor.isBlank() || actor.length() > ACTOR_LENGTH) {
            throw new UnfitFactException("actor", "has to be 1 to " + ACTOR_LENGTH + " characters");
        }
        Instant occurredAt = event.occurredAt();
        if (occurredAt.isBefore(EARLIEST) || occurredAt.isAfter(LATEST)) {
            throw new UnfitFactException("occurredAt", "is not between 1970 and 9999");
        }
        UUID contract = event.contract() == null ? null : event.contract().value();
        return new Fact(kind, 0, contract, actor, occurredAt, CanonicalValues.map("facts", event.facts()));
    }

    /** That the clock now shows an earlier time than the record does. */
    static Fact clockSetBack(Instant latest, Instant now) {
        return new Fact(
                "clock-set-back",
                0,
                null,
                Actor.SYSTEM.username(),
                now,
                Map.of(
                        "latest",
                        latest.toString(),
                        "seconds",
                        Duration.between(now, latest).toSeconds()));
    }

    Fact ofVersion(int fitting) {
        return new Fact(kind, fitting, contract, actor, occurredAt, facts);
    }

    /** Whether a time finer than a day could single out the person who acted. */
    boolean dayOnly() {
        return actor.equals(RecordEntry.UNNAMED);
    }
}
