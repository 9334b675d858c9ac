package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** A stage that was escalated is overdue until it is done, or is nobody's task any more. */
class OverdueStagesTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 1));
    private static final Scope QUARTER = new Scope(Q4, null, null, Instant.parse("2027-01-02T09:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("CBP");
    private final UUID review = story.review(contract);

    @Test
    void a_stage_of_a_review_that_was_closed_is_nobodys_task() {
        escalated("RESEARCH");
        assertThat(overdue()).isOne();

        story.happened("review-closed", contract, Story.facts(review, Map.of("reason", "SERVICES_HELD")));

        assertThat(overdue()).isZero();
        escalated("TRIAGE");
        assertThat(overdue()).as("what is escalated afterwards").isOne();
    }

    @Test
    void the_gate_ends_with_the_approval_that_lapses() {
        UUID approval = story.decision(contract, review, "APPROVE", "T3");
        escalated("SIGNATURE_GATE");
        assertThat(overdue()).isOne();

        story.lapsed(contract, review, approval);

        assertThat(overdue()).isZero();
    }

    @Test
    void a_review_that_is_closed_after_the_period_was_overdue_at_its_end() {
        escalated("RESEARCH");
        story.at("2027-01-01T09:00:00Z")
                .happened("review-closed", contract, Story.facts(review, Map.of("reason", "SERVICES_HELD")));

        assertThat(overdue()).isOne();
    }

    private void escalated(String stage) {
        story.happened("stage-escalated", contract, Story.facts(review, Map.of("stage", stage)));
    }

    private int overdue() {
        return story.count(Figure.OVERDUE, QUARTER).total();
    }
}
