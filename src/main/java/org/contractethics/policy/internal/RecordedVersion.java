package org.contractethics.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version as the database keeps it, with every step it took.
 *
 * @param number counts from 1
 * @param id what other modules know it by before it has been decided on
 * @param basedOn number of the version it changes; null for the first
 * @param author account name; {@code system} where the files came with the software
 * @param reason why it is proposed
 * @param consultationDays whole days after its proposal on which nobody approves it
 * @param combinations of inputs that were tried when it was proposed, none of them without an answer
 * @param steps in the order they were taken; never empty
 * @param comments how many there are
 */
public record RecordedVersion(
        int number,
        UUID id,
        @Nullable Integer basedOn,
        String contentHash,
        String author,
        String reason,
        LocalDate effectiveOn,
        int consultationDays,
        int combinations,
        Instant proposedAt,
        List<Step> steps,
        int comments) {

    public RecordedVersion {
        steps = List.copyOf(steps);
    }

    /** @param reason empty where none was given */
    public record Step(VersionState state, String actor, Instant at, String reason) {}

    public VersionState state() {
        return steps.get(steps.size() - 1).state();
    }

    /** The approval of the board committee; empty before it, and for the version the installation began with. */
    public Optional<Step> approval() {
        return step(VersionState.APPROVED);
    }

    public Optional<Step> step(VersionState state) {
        return steps.stream().filter(step -> step.state() == state).findFirst();
    }

    public PolicyVersion cited() {
        return new PolicyVersion(number, contentHash, effectiveOn);
    }

    /** Whether staff may still comment on it. */
    public boolean open() {
        return state() == VersionState.PROPOSED || state() == VersionState.APPROVED;
    }

    /** The last day on which staff comment before anybody may approve it; empty where it was proposed without such a time. */
    public Optional<LocalDate> consultationUntil() {
        return consultation().until();
    }

    /** The first day on which it can be approved. */
    public LocalDate approvableFrom() {
        return consultation().over();
    }

    private Consultation consultation() {
        return new Consultation(LocalDate.ofInstant(proposedAt, ZoneOffset.UTC), consultationDays);
    }

    boolean due(LocalDate today) {
        return state() == VersionState.APPROVED && !effectiveOn.isAfter(today);
    }
}
