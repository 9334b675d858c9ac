package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** What the figures say of conditions, suspensions and restrictions. */
class FollowUpFiguresTests {

    private final Story story = new Story();
    private final ContractId contract = story.contract("ICE");
    private final UUID review = story.review(contract);
    private final UUID decision = story.decision(contract, review, "CONDITIONAL", "T3");

    @Test
    void a_condition_is_open_until_it_is_met_or_waived() {
        UUID met = story.condition(contract, review, decision, "2026-10-20", true);
        UUID late = story.condition(contract, review, decision, "2026-10-20", true);
        UUID waived = story.condition(contract, review, decision, "2026-11-01", false);
        story.condition(contract, review, decision, "2027-11-01", false);
        story.at("2026-10-20T09:00:00Z").met(contract, met);
        story.at("2026-10-21T09:00:00Z").met(contract, late);
        story.at("2026-10-25T09:00:00Z").waived(contract, waived);

        Tally closed = story.count(Figure.CONDITIONS_CLOSED, all());

        assertThat(story.count(Figure.OPEN_CONDITIONS, all()).total()).isEqualTo(1);
        assertThat(closed.count("in-time", "blocking")).isEqualTo(1);
        assertThat(closed.count("late", "blocking")).isEqualTo(1);
        assertThat(closed.count("waived", "other")).isEqualTo(1);
    }

    @Test
    void a_condition_of_an_approval_that_lapsed_binds_nobody() {
        story.condition(contract, review, decision, "2026-10-20", true);

        story.happened(
                "signature-refused",
                contract,
                Story.facts(review, java.util.Map.of("decisionId", decision.toString())));

        assertThat(story.count(Figure.OPEN_CONDITIONS, all()).total()).isZero();
    }

    @Test
    void holds_are_counted_and_move_the_contract() {
        story.signed(contract, decision, Story.HASH);
        story.at("2026-10-10T09:00:00Z").hold(contract, "interim-measure-imposed", "-");
        story.hold(contract, "suspension-review-opened", "-");
        assertThat(standing()).isEqualTo("RESTRICTED");
        story.hold(contract, "interim-measure-expired", "-");
        assertThat(standing()).isEqualTo("SIGNED");
        story.hold(contract, "suspension-decided", "SUSPEND");
        assertThat(standing()).isEqualTo("SUSPENDED");
        story.hold(contract, "suspension-decided", "LIFT");
        assertThat(standing()).isEqualTo("SIGNED");
        story.hold(contract, "suspension-decided", "EXIT");

        Tally holds = story.count(Figure.HOLDS, all());

        assertThat(standing()).isEqualTo("EXITING");
        assertThat(holds.total()).isEqualTo(6);
        assertThat(holds.count("suspend", null)).isEqualTo(1);
        assertThat(holds.items("restricted", null)).singleElement().satisfies(item -> assertThat(item.what())
                .isEqualTo("Restricted at once by the chair"));
    }

    @Test
    void a_contract_that_has_ended_is_no_longer_to_be_ended() {
        story.signed(contract, decision, Story.HASH);
        story.hold(contract, "suspension-decided", "EXIT");
        story.hold(contract, "contract-ended", "-");

        assertThat(standing()).isEqualTo("EXITED");
        assertThat(story.count(Figure.CONTRACTS, all()).count("EXITING", null)).isZero();
        assertThat(story.count(Figure.CONTRACTS, all()).count("EXITED", null)).isEqualTo(1);
    }

    @Test
    void what_continues_was_not_held_and_stays_as_it_was() {
        ContractId other = story.contract("CBP");
        story.review(other);

        story.hold(other, "suspension-decided", "CONTINUE");

        assertThat(story.count(Figure.CONTRACTS, all()).count("IN_REVIEW", null))
                .isEqualTo(1);
    }

    private String standing() {
        return java.util.Objects.requireNonNull(
                        story.casebook().contract(contract).orElseThrow().standingAt(Instant.MAX))
                .value();
    }

    private static Scope all() {
        return new Scope(
                new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)),
                null,
                null,
                Instant.parse("2026-12-20T09:00:00Z"));
    }
}
