package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/** A review as the record tells of it. */
final class ReviewCase {

    final ContractCase contract;
    final Changes tiers = new Changes();
    final List<StageDone> stages = new ArrayList<>(8);
    final List<Escalation> escalations = new ArrayList<>(0);
    final List<DecisionMade> decisions = new ArrayList<>(1);
    final List<ConditionSet> conditions = new ArrayList<>(0);
    final List<InStage> recusals = new ArrayList<>(0);
    final List<AppealStep> appeals = new ArrayList<>(0);
    final List<DissentMade> dissents = new ArrayList<>(0);
    final List<Triaged> triages = new ArrayList<>(1);
    final List<Assessed> assessments = new ArrayList<>(1);
    final List<Mark> quorumMissed = new ArrayList<>(0);
    final List<VotesOpened> votes = new ArrayList<>(1);
    final List<InStage> consultations = new ArrayList<>(0);
    final List<AgreedSafeguards> safeguards = new ArrayList<>(1);
    final Stops stops = new Stops();

    /** When it was closed without a decision, or its approval lapsed: what was open then is nobody's task any more. */
    final List<Mark> ended = new ArrayList<>(0);

    /** Whether an assessment of it ever rated an impact critical. */
    boolean everCritical;

    /** Its place among all reviews. */
    int number;

    @Nullable
    Mark opened;

    /** Why a contract is reviewed once more; null for its first review. */
    @Nullable
    String cause;

    /** Number of the version of the policy that its last triage or decision was made under; null before. */
    @Nullable
    Integer policy;

    /** When it was stopped on legal grounds, which ends it without a decision. */
    @Nullable
    Mark stopped;

    ReviewCase(ContractCase contract) {
        this.contract = contract;
    }

    /** Notes the version that a triage or a decision was made under. */
    void under(RecordEntry entry) {
        entry.number("policyVersion").ifPresent(version -> policy = Math.toIntExact(version));
    }

    /** The tier as last confirmed before the moment; null before triage. */
    @Nullable
    String tierAt(Instant moment) {
        return tiers.valueAt(moment);
    }

    /** The first decision that settles the review, before the moment; a return for clarification does not. */
    Optional<DecisionMade> settledBefore(Instant moment) {
        return decisions.stream()
                .filter(decision -> decision.settles() && decision.mark().at().isBefore(moment))
                .findFirst();
    }

    /** The last decision that settles the review, before the moment. */
    Optional<DecisionMade> lastSettledBefore(Instant moment) {
        for (int i = decisions.size() - 1; i >= 0; i--) {
            DecisionMade decision = decisions.get(i);
            if (decision.settles() && decision.mark().at().isBefore(moment)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }

    boolean hasOpenConditions(Instant moment) {
        for (ConditionSet condition : conditions) {
            if (condition.openAt(moment)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether an escalated stage is still late: neither worked off since, nor waiting for an answer of the account owner, nor ended with
     * its review.
     */
    boolean overdueAt(Escalation escalation, Instant moment) {
        return !caughtUp(escalation, moment)
                && !stops.at(escalation.stage(), moment)
                && ended.stream()
                        .noneMatch(end -> end.entry() > escalation.mark().entry()
                                && end.at().isBefore(moment));
    }

    /** What was last stated of the safeguards before the moment; empty where nothing was. */
    Optional<AgreedSafeguards> safeguardsBefore(Instant moment) {
        for (int i = safeguards.size() - 1; i >= 0; i--) {
            if (safeguards.get(i).mark().at().isBefore(moment)) {
                return Optional.of(safeguards.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the stage that was escalated was worked off after that, before the moment. */
    private boolean caughtUp(Escalation escalation, Instant moment) {
        return stages.stream()
                .anyMatch(done -> done.stage().equals(escalation.stage())
                        && done.mark().entry() > escalation.mark().entry()
                        && done.mark().at().isBefore(moment));
    }

    /**
     * @param hours since the task was created
     * @param dueAt null where the stage has no due time
     */
    record StageDone(
            String stage, String code, Mark mark, @Nullable Instant startedAt, @Nullable Instant dueAt, long hours) {

        static StageDone of(RecordEntry entry) {
            return new StageDone(
                    FactReader.code(entry, "stage"),
                    entry.text("stageCode").orElse(""),
                    Mark.of(entry),
                    FactReader.time(entry, "startedAt").orElse(null),
                    FactReader.time(entry, "dueAt").orElse(null),
                    entry.number("hours").orElse(0));
        }

        Instant started() {
            return startedAt == null ? mark.at().minusSeconds(hours * 3_600) : startedAt;
        }

        boolean late() {
            return dueAt != null && mark.at().isAfter(dueAt);
        }
    }

    /** The last assessment before the moment; empty before the first. */
    Optional<Assessed> assessedBefore(Instant moment) {
        for (int i = assessments.size() - 1; i >= 0; i--) {
            if (assessments.get(i).mark().at().isBefore(moment)) {
                return Optional.of(assessments.get(i));
            }
        }
        return Optional.empty();
    }

    /** A tier confirmed; raised where a person put it over what the table said. */
    record Triaged(String tier, boolean raised, TriageInputs inputs, Mark mark) {}

    /** A stage found overdue. */
    record Escalation(String stage, Mark mark) {}

    /** Something that happened in a stage. */
    record InStage(String stage, Mark mark) {}

    /** @param changedTo outcome of a ruling that changed the decision; empty where it did not */
    record AppealStep(String stage, Mark mark, String changedTo) {

        /** Whether it is a ruling that leaves the decision standing no longer. */
        boolean overturns() {
            return stage.equals("change") || stage.equals("return");
        }
    }

    /** @param outcome what the dissenting voter had voted for */
    record DissentMade(Mark mark, UUID decision, String outcome) {

        static DissentMade of(RecordEntry entry) {
            return new DissentMade(
                    Mark.of(entry),
                    FactReader.id(entry, "decisionId").orElse(new UUID(0, entry.index())),
                    FactReader.upper(entry, "outcome"));
        }
    }

    /**
     * A decision, with what its validity rests on.
     *
     * @param standing null where its entry does not say
     */
    record DecisionMade(
            UUID id,
            Mark mark,
            String outcome,
            String tier,
            String documentSetHash,
            @Nullable LocalDate expiresOn,
            @Nullable Standing standing) {

        static DecisionMade of(RecordEntry entry) {
            return new DecisionMade(
                    FactReader.id(entry, "decisionId").orElse(new UUID(0, entry.index())),
                    Mark.of(entry),
                    FactReader.upper(entry, "outcome"),
                    entry.text("tier").orElse(""),
                    entry.text("documentSetHash").orElse(""),
                    FactReader.day(entry, "expiresOn").orElse(null),
                    Standing.of(entry).orElse(null));
        }

        boolean approves() {
            return outcome.equals("APPROVE") || outcome.equals("CONDITIONAL");
        }

        boolean settles() {
            return !outcome.equals("RETURN");
        }
    }

    /** A condition, and the entry that closed it, if any did. */
    static final class ConditionSet {

        final Mark mark;
        final @Nullable UUID decision;
        final boolean blocking;
        final @Nullable LocalDate dueOn;
        final String due;

        @Nullable
        Mark closed;

        boolean waived;

        ConditionSet(Mark mark, @Nullable UUID decision, boolean blocking, @Nullable LocalDate dueOn) {
            this.mark = mark;
            this.decision = decision;
            this.blocking = blocking;
            this.dueOn = dueOn;
            this.due = dueOn == null ? "No due day" : "Due " + dueOn;
        }

        /** Met or waived after its day. */
        boolean closedLate() {
            return closed != null
                    && dueOn != null
                    && closed.at()
                            .atOffset(java.time.ZoneOffset.UTC)
                            .toLocalDate()
                            .isAfter(dueOn);
        }

        boolean openAt(Instant moment) {
            return mark.at().isBefore(moment) && (closed == null || !closed.at().isBefore(moment));
        }
    }
}
