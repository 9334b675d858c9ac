package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a decision, with what became of it.
 *
 * @param owner account name of who must meet it; one that a decision gave to an account owner goes over with the contract
 * @param evidence what the decision says will show that it is met
 * @param startedAt when the contract was signed on it; null before
 * @param closedAt when it was met or waived; null before
 * @param reports the oldest first
 * @param rulings the oldest first
 */
public record FollowedCondition(
        UUID id,
        DecisionId decision,
        ReviewId review,
        ContractId contract,
        String text,
        String owner,
        LocalDate dueOn,
        boolean blocking,
        String evidence,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        List<Report> reports,
        List<Ruling> rulings) {

    public FollowedCondition {
        reports = List.copyOf(reports);
        rulings = List.copyOf(rulings);
    }

    /** Where a condition stands. */
    public enum State {
        NOT_STARTED("Begins with the signature"),
        OPEN("Open"),
        REPORTED("Reported, waits for confirmation"),
        SENT_BACK("Sent back to the owner"),
        MET("Met"),
        WAIVED("Waived");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What was said to show that the condition is met.
     *
     * @param files that came with it and show it; what search finds of them is not told
     */
    public record Report(
            UUID id,
            int number,
            String evidence,
            @Nullable DocumentVersionId document,
            List<EvidenceFile> files,
            String reportedBy,
            Instant reportedAt) {

        public Report {
            files = List.copyOf(files);
        }
    }

    /** @param report which report it rules on; null for a waiver */
    public record Ruling(
            UUID id, @Nullable UUID report, Result result, String reasons, String by, Role as, Instant at) {}

    /** What was ruled. */
    public enum Result {
        MET("Met"),
        NOT_MET("Not met"),
        WAIVED("Waived");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    FollowedCondition with(List<Report> reported, List<Ruling> ruled) {
        return new FollowedCondition(
                id, decision, review, contract, text, owner, dueOn, blocking, evidence, startedAt, closedAt, reported,
                ruled);
    }

    public State state() {
        if (startedAt == null) {
            return State.NOT_STARTED;
        }
        if (waiting().isPresent() && closedAt == null) {
            return State.REPORTED;
        }
        return lastRuling().map(FollowedCondition::after).orElse(State.OPEN);
    }

    private static State after(Ruling ruling) {
        return switch (ruling.result()) {
            case MET -> State.MET;
            case NOT_MET -> State.SENT_BACK;
            case WAIVED -> State.WAIVED;
        };
    }

    public boolean open() {
        return startedAt != null && closedAt == null;
    }

    public boolean overdue(LocalDate today) {
        return open() && dueOn.isBefore(today);
    }

    /** The state in words, with what is late about it. */
    public String words(LocalDate today) {
        return state().label() + (overdue(today) ? ", overdue" : "");
    }

    /** The report that nobody ruled on yet. */
    public Optional<Report> waiting() {
        return reports.stream()
                .filter(report ->
                        rulings.stream().noneMatch(ruling -> report.id().equals(ruling.report())))
                .findFirst();
    }

    private Optional<Ruling> lastRuling() {
        return rulings.isEmpty() ? Optional.empty() : Optional.of(rulings.get(rulings.size() - 1));
    }

    Set<String> reporters() {
        return reports.stream().map(Report::reportedBy).collect(Collectors.toSet());
    }
}
