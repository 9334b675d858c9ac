package org.contractethics.concern.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What the record learns of a concern: that something happened to an opaque id. Never a filer, never a text. */
record ConcernFact(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    private static final String NOBODY = "-";
    private static final String SYSTEM = "system";

    /**
     * To the day only: a finer time would single out the filer.
     *
     * @param commitment SHA-256 of the receipt that the filer holds
     */
    static ConcernFact filed(Concern concern, Optional<String> commitment) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("concernId", concern.id().toString());
        facts.put("mode", concern.mode().name());
        facts.put("topic", concern.topic().name());
        commitment.ifPresent(hash -> facts.put("commitment", hash));
        return new ConcernFact("concern-filed", concern.contract(), NOBODY, dayOf(concern.filedOn()), facts);
    }

    /** To the day as well. */
    static ConcernFact withdrawn(Concern concern, LocalDate day) {
        return by("concern-withdrawn", concern, NOBODY, "filer", dayOf(day));
    }

    static ConcernFact messageOfFiler(Concern concern, LocalDate today) {
        return by("concern-message-added", concern, NOBODY, "filer", dayOf(today));
    }

    static ConcernFact meetingAsked(Concern concern, LocalDate day) {
        return by("concern-meeting-asked", concern, NOBODY, "filer", dayOf(day));
    }

    /** To the day, like every act of a filer. */
    static ConcernFact letterRewritten(Concern letter, int version, LocalDate day) {
        return new ConcernFact(
                "letter-rewritten",
                null,
                NOBODY,
                dayOf(day),
                Map.of("concernId", letter.id().toString(), "version", version));
    }

    /** To the day as well. */
    static ConcernFact letterClosed(Concern letter, LocalDate day) {
        return new ConcernFact(
                "letter-closed",
                null,
                NOBODY,
                dayOf(day),
                Map.of("concernId", letter.id().toString()));
    }

    static ConcernFact appealed(Concern concern, LocalDate day) {
        return by("concern-appealed", concern, NOBODY, "filer", dayOf(day));
    }

    static ConcernFact ofOfficer(String kind, Concern concern, String officer, Instant now) {
        return by(kind, concern, officer, "officer", now);
    }

    static ConcernFact ofReviewer(String kind, Concern concern, String reviewer, Instant now) {
        return by(kind, concern, reviewer, "reviewer", now);
    }

    static ConcernFact ofSystem(String kind, Concern concern, Instant now) {
        return by(kind, concern, SYSTEM, SYSTEM, now);
    }

    static ConcernFact opened(String kind, Concern concern, String officer, String ground, Instant now) {
        return new ConcernFact(
                kind,
                concern.contract(),
                officer,
                now,
                Map.of("concernId", concern.id().toString(), "by", "officer", "ground", ground));
    }

    /** By the table, to the day: a finer time would be that of a signature. */
    static ConcernFact routedAnew(Concern concern, Routing routing, LocalDate day) {
        return new ConcernFact(
                "concern-routed-anew",
                concern.contract(),
                SYSTEM,
                dayOf(day),
                Map.of(
                        "concernId",
                        concern.id().toString(),
                        "rule",
                        routing.rule(),
                        "policyVersion",
                        routing.policyNumber()));
    }

    static ConcernFact escalated(Concern concern, Instant now) {
        return new ConcernFact(
                "concern-escalated",
                concern.contract(),
                SYSTEM,
                now,
                Map.of("concernId", concern.id().toString()));
    }

    static ConcernFact purged(Concern concern, String outcome, Instant now) {
        return new ConcernFact(
                "concern-purged",
                concern.contract(),
                SYSTEM,
                now,
                Map.of("concernId", concern.id().toString(), "outcome", outcome));
    }

    static Instant dayOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ConcernFact by(String kind, Concern concern, String actor, String by, Instant at) {
        return new ConcernFact(
                kind,
                concern.contract(),
                actor,
                at,
                Map.of("concernId", concern.id().toString(), "by", by));
    }
}
