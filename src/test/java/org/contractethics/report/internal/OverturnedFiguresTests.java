package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** A decision that did not last counts once, by the first thing that undid it. */
class OverturnedFiguresTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 1)), null, null, Instant.parse("2027-01-02T09:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("CBP");
    private final UUID review = story.review(contract);

    @Test
    void an_approval_that_a_ruling_changes_lapses_by_that_and_counts_once() {
        UUID approval = story.decision(contract, review, "APPROVE", "T3");
        ruled("CHANGE");
        lapsed(approval, Map.of());
        story.decision(contract, review, "REJECT", "T3");

        assertThat(counted()).isEqualTo(Map.of("change", 1));
    }

    @Test
    void an_approval_that_a_ruling_sends_back_counts_once_and_a_confirmed_one_when_it_lapses_later() {
        UUID returned = story.decision(contract, review, "APPROVE", "T3");
        ruled("RETURN");
        lapsed(returned, Map.of());
        UUID confirmed = story.decision(contract, review, "APPROVE", "T3");
        ruled("CONFIRM");
        lapsed(confirmed, Map.of("fields", List.of("USE")));

        assertThat(counted()).isEqualTo(Map.of("return", 1, "lapsed", 1));
    }

    @Test
    void changed_facts_a_refusal_at_the_gate_and_another_cause_stand_in_rows_of_their_own() {
        lapsed(story.decision(contract, review, "APPROVE", "T3"), Map.of("fields", List.of("USE")));
        lapsed(story.decision(contract, review, "APPROVE", "T3"), Map.of("fields", List.of()));
        UUID late = story.decision(contract, review, "APPROVE", "T3");
        story.happened(
                "signature-refused",
                contract,
                Story.facts(review, Map.of("decisionId", late.toString(), "reason", "The approval ran out.")));

        assertThat(counted()).isEqualTo(Map.of("lapsed", 1, "other", 1, "refused", 1));
    }

    @Test
    void an_approval_that_is_suspended_then_ended_counts_once() {
        UUID approval = story.decision(contract, review, "APPROVE", "T3");
        story.hold(contract, "suspension-decided", "SUSPEND");
        lapsed(approval, Map.of());
        story.hold(contract, "suspension-decided", "EXIT");

        assertThat(counted()).isEqualTo(Map.of("held", 1));
    }

    @Test
    void so_it_does_where_it_did_not_lapse_in_between() {
        story.decision(contract, review, "APPROVE", "T3");
        story.hold(contract, "suspension-decided", "SUSPEND");
        story.hold(contract, "suspension-decided", "EXIT");

        assertThat(counted()).isEqualTo(Map.of("held", 1));
    }

    @Test
    void an_approval_that_a_later_review_suspends_was_overturned_by_that() {
        story.decision(contract, review, "APPROVE", "T3");
        story.decision(contract, story.review(contract), "SUSPEND", "T3");
        story.hold(contract, "suspension-decided", "EXIT");

        assertThat(counted()).isEqualTo(Map.of("held", 1));
    }

    @Test
    void what_was_rejected_or_stopped_before_it_was_suspended_was_no_approval() {
        story.happened("contract-in-force-stated", contract, Map.of("since", "2018-01-19"));
        story.decision(contract, review, "REJECT", "T4");
        story.hold(contract, "suspension-decided", "SUSPEND");
        story.hold(contract, "suspension-decided", "EXIT");
        ContractId other = story.contract("CBP");
        story.decision(other, story.review(other), "APPROVE", "T3");
        story.happened(
                "stage-completed",
                other,
                Story.facts(story.review(other), Map.of("stage", "LEGAL_STOP", "outcome", "STOP")));
        story.hold(other, "suspension-decided", "SUSPEND");

        assertThat(counted()).isEmpty();
    }

    private void ruled(String result) {
        story.happened("appeal-decided", contract, Story.facts(review, Map.of("result", result)));
    }

    private void lapsed(UUID approval, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("decisionId", approval.toString());
        facts.put("reason", "It lapsed.");
        story.happened("approval-lapsed", contract, Story.facts(review, facts));
    }

    /** Rows with a number. */
    private Map<String, Integer> counted() {
        Tally tally = story.count(Figure.OVERTURNED, QUARTER);
        Map<String, Integer> counted = new HashMap<>();
        for (String row : tally.rows().keySet()) {
            if (tally.count(row, null) > 0) {
                counted.put(row, tally.count(row, null));
            }
        }
        return counted;
    }
}
