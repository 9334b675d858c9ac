package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** What falls due next, seen from a moment. */
class ForecastFiguresTests {

    /** Seen from 31 December. */
    private static final Scope ASKED =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2027-02-10T12:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("CBP");
    private final UUID review = story.review(contract);

    @Test
    void conditions_stand_in_the_horizon_of_their_day_and_overdue_or_distant_ones_in_none() {
        UUID decision = story.decision(contract, review, "CONDITIONAL", "T3", "2028-01-01");
        for (String day : new String[] {"2026-12-30", "2026-12-31", "2027-01-30", "2027-03-31", "2027-04-01"}) {
            story.condition(contract, review, decision, day, true);
        }
        story.condition(contract, review, decision, "2027-01-31", false);

        Tally due = story.count(Figure.FALLS_DUE, ASKED);

        assertThat(due.items("blocking", "soon"))
                .extracting(Item::what)
                .containsExactly("Due 2026-12-31", "Due 2027-01-30");
        assertThat(due.items("blocking", "later")).extracting(Item::what).containsExactly("Due 2027-03-31");
        assertThat(due.items("other", "later")).extracting(Item::what).containsExactly("Due 2027-01-31");
        assertThat(due.total()).isEqualTo(4);
    }

    @Test
    void what_is_met_waived_or_bound_to_a_lapsed_approval_does_not_fall_due() {
        UUID decision = story.decision(contract, review, "CONDITIONAL", "T3", "2027-01-10");
        story.met(contract, story.condition(contract, review, decision, "2027-01-10", true));
        story.waived(contract, story.condition(contract, review, decision, "2027-01-10", true));
        story.condition(contract, review, decision, "2027-01-10", true);
        story.happened("approval-lapsed", contract, Map.of("decisionId", decision.toString()));

        assertThat(story.count(Figure.FALLS_DUE, ASKED).total()).isZero();
    }

    @Test
    void an_approval_expires_with_its_signature_or_unsigned_and_only_as_the_last_decision() {
        UUID decision = story.decision(contract, review, "APPROVE", "T2", "2027-01-15");
        assertThat(story.count(Figure.FALLS_DUE, ASKED).count("unsigned", "soon"))
                .isOne();

        story.signed(contract, decision, Story.HASH);
        assertThat(story.count(Figure.FALLS_DUE, ASKED).items("signed", "soon"))
                .extracting(Item::what)
                .containsExactly("Expires 2027-01-15");

        story.decision(contract, review, "APPROVE", "T2", "2028-01-15");
        assertThat(story.count(Figure.FALLS_DUE, ASKED).total()).isZero();
    }

    @Test
    void an_approval_of_a_contract_in_force_expires_with_services_running_while_it_is_reviewed_again() {
        story.signed(contract, story.decision(contract, review, "APPROVE", "T2", "2027-01-15"), Story.HASH);
        UUID again = story.review(contract);
        assertThat(story.count(Figure.FALLS_DUE, ASKED).count("signed", "soon")).isOne();

        story.happened(
                "stage-completed", contract, Story.facts(again, Map.of("stage", "LEGAL_STOP", "outcome", "STOP")));
        assertThat(story.count(Figure.FALLS_DUE, ASKED).total()).isZero();
    }

    @Test
    void an_ended_contract_and_a_refusal_have_nothing_that_expires() {
        story.signed(contract, story.decision(contract, review, "APPROVE", "T2", "2027-01-15"), Story.HASH);
        story.happened("contract-ended", contract, Map.of());
        ContractId other = story.contract("CBP");
        story.decision(other, story.review(other), "REJECT", "T4", "2027-01-15");

        assertThat(story.count(Figure.FALLS_DUE, ASKED).total()).isZero();
    }
}
