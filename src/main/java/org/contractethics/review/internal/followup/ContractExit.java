package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * S15: the responsible end of a contract. UNGP 19, commentary: where leverage cannot be increased, ending the relationship is
 * considered, "taking into account credible assessments of potential adverse human rights impacts of doing so". OECD Due
 * Diligence Guidance for Responsible Business Conduct, step 3.2: disengagement as a last resort, responsibly.
 *
 * @param plans the oldest first
 */
public record ContractExit(
        UUID id,
        ContractId contract,
        String reason,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Plan> plans) {

    public ContractExit {
        plans = List.copyOf(plans);
    }

    /**
     * What is written down before a contract ends.
     *
     * @param leverage why influence on the agency does not suffice any more
     * @param affected who is affected by the end
     * @param adverseImpacts what the end may do to them
     * @param prevention what is done against it
     * @param heard who of them, or of those who speak for them, was heard
     * @param dataReturn which data is returned and which deleted
     * @param handOver to whom the work passes, and that the harm does not pass with it
     * @param publicNote what is said in public
     */
    public record PlanTexts(
            String leverage,
            String affected,
            String adverseImpacts,
            String prevention,
            String heard,
            String dataReturn,
            String handOver,
            String publicNote) {}

    /** @param ruling null until the board committee ruled on it */
    public record Plan(
            UUID id,
            int number,
            PlanTexts texts,
            LocalDate servicesEndOn,
            LocalDate dataGoneBy,
            String plannedBy,
            Instant plannedAt,
            @Nullable Ruling ruling,
            List<Report> reports) {

        public Plan {
            reports = List.copyOf(reports);
        }

        boolean approved() {
            return Ruling.holds(ruling);
        }

        /** The report that waits for the board committee. */
        Optional<Report> reported() {
            return reports.stream().filter(report -> report.ruling() == null).findFirst();
        }
    }

    /**
     * @param dataProof what shows that the data was returned and deleted
     * @param people what became of the people affected
     * @param ruling null until the board committee ruled on it
     */
    public record Report(
            UUID id,
            int number,
            LocalDate servicesEndedOn,
            String dataProof,
            String people,
            String reportedBy,
            Instant reportedAt,
            @Nullable Ruling ruling) {}

    /** The plan that waits for the board committee. */
    public Optional<Plan> proposed() {
        return plans.stream().filter(plan -> plan.ruling() == null).findFirst();
    }

    /** The plan that is carried out. */
    public Optional<Plan> approved() {
        return plans.stream().filter(Plan::approved).findFirst();
    }

    /** Number of the plan or the report that waits for the board committee. */
    public Optional<Integer> waiting() {
        return proposed()
                .map(Plan::number)
                .or(() -> approved().flatMap(Plan::reported).map(Report::number));
    }

    public boolean open() {
        return closedAt == null;
    }

    /** Where it stands, in words. */
    public String words() {
        if (!open()) {
            return "Ended";
        }
        return approved()
                .map(plan -> plan.reported().isPresent()
                        ? "Reported as ended, waits for confirmation"
                        : "Plan approved, services end on " + Times.words(plan.servicesEndOn()))
                .orElse(proposed().isPresent() ? "Planned, waits for approval" : "To be planned");
    }
}
