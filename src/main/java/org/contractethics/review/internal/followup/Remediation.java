package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.FollowUp;
import org.contractethics.review.internal.Facts;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * S14: an actual harm is made good. UNGP 22: who caused or contributed to it "should provide for or cooperate in [its]
 * remediation through legitimate processes"; UNGP 31(h): by engagement and dialogue with those affected. OECD Due Diligence
 * Guidance for Responsible Business Conduct, step 6.
 *
 * @param cause what showed the harm: {@code incident:}, {@code concern:} or {@code assessment:} and its id
 * @param involvement of the company in the harm; null where it is not assessed
 * @param plans the oldest first
 */
public record Remediation(
        UUID id,
        ContractId contract,
        String cause,
        @Nullable Involvement involvement,
        String harm,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Plan> plans) {

    public Remediation {
        plans = List.copyOf(plans);
    }

    /** UNGP 25, commentary: the forms that a remedy may take. */
    public enum Form {
        APOLOGY("Apology"),
        RESTITUTION("Restitution: what was before is restored"),
        REHABILITATION("Rehabilitation: care, counsel, legal help"),
        COMPENSATION("Compensation, in money or otherwise"),
        GUARANTEE_OF_NON_REPETITION("Guarantee that it does not happen again"),
        OTHER("Another form, described in the measures");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param harmed who was harmed, without names
     * @param heard how they, or those who speak for them, were heard
     * @param agreement what was agreed with them, or why there is no agreement
     * @param ruling null until somebody else ruled on it
     * @param verifications the oldest first
     */
    public record Plan(
            UUID id,
            int number,
            String harmed,
            String heard,
            List<Form> forms,
            String agreement,
            String plannedBy,
            Instant plannedAt,
            List<Measure> measures,
            @Nullable Ruling ruling,
            List<Verification> verifications) {

        public Plan {
            forms = List.copyOf(forms);
            measures = List.copyOf(measures);
            verifications = List.copyOf(verifications);
        }

        boolean approved() {
            return Ruling.holds(ruling);
        }

        /** Those nobody reported on, or not since the last verification found them wanting. */
        public List<Measure> outstanding() {
            Instant since = verifications.stream()
                    .reduce((first, last) -> last)
                    .map(Verification::at)
                    .orElse(Instant.MIN);
            boolean anySince = measures.stream().anyMatch(measure -> measure.reportedSince(since));
            return measures.stream()
                    .filter(measure -> measure.reports().isEmpty() || !anySince)
                    .toList();
        }

        LocalDate lastDay() {
            return measures.stream()
                    .map(Measure::dueOn)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }
    }

    /** @param owner who carries it out and reports on it */
    public record Measure(UUID id, int number, String text, String owner, LocalDate dueOn, List<Report> reports) {

        public Measure {
            reports = List.copyOf(reports);
        }

        boolean reportedSince(Instant moment) {
            return reports.stream().anyMatch(report -> report.at().isAfter(moment));
        }
    }

    /** @param by its owner, or whoever reported on behalf of an owner who cannot */
    public record Report(UUID id, int number, String account, String by, Instant at) {}

    /** @param peopleSay what those who were harmed say of the remedy, or why nobody could ask them */
    public record Verification(
            UUID id, int number, boolean verified, String peopleSay, String reasons, String by, Instant at) {}

    /** The concern that showed the harm, where one did. */
    public Optional<ConcernId> concern() {
        return cause.startsWith("concern:")
                ? Optional.of(ConcernId.valueOf(cause.substring("concern:".length())))
                : Optional.empty();
    }

    /** The incident that showed the harm, where one did. */
    public Optional<UUID> incident() {
        return cause.startsWith("incident:")
                ? Optional.of(UUID.fromString(cause.substring("incident:".length())))
                : Optional.empty();
    }

    /** The plan that waits for somebody else. */
    public Optional<Plan> proposed() {
        return plans.stream().filter(plan -> plan.ruling() == null).findFirst();
    }

    /** The plan that is carried out. */
    public Optional<Plan> approved() {
        return plans.stream().filter(Plan::approved).findFirst();
    }

    /** The measures that are carried out and that this person owns. */
    public Stream<Measure> measuresOf(String person) {
        return approved().stream().flatMap(plan -> plan.measures().stream()).filter(measure -> measure.owner()
                .equals(person));
    }

    /** Whether this person reported on a measure that is carried out. */
    boolean reportedBy(String person) {
        return approved().stream()
                .flatMap(plan -> plan.measures().stream())
                .flatMap(measure -> measure.reports().stream())
                .anyMatch(report -> report.by().equals(person));
    }

    /** What every entry of the record about it names: the concern too, so that it is kept from the same people (H13). */
    Facts facts() {
        return Facts.of(FollowUp.REMEDIATION.idFact(), id)
                .and("concernId", concern().orElse(null));
    }

    public boolean open() {
        return closedAt == null;
    }

    /** Where it stands, in words. */
    public String words() {
        if (!open()) {
            return "Remedy verified";
        }
        return approved()
                .map(plan -> "Plan approved, to be carried out by " + Times.words(plan.lastDay()))
                .orElse(proposed().isPresent() ? "Planned, waits for approval" : "To be planned");
    }
}
