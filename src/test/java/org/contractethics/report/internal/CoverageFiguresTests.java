package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** How far the procedure reaches, and what it found of people's rights. */
class CoverageFiguresTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));
    private static final Scope ASKED = new Scope(Q4, null, null, Instant.parse("2027-02-10T12:00:00Z"));

    private final Story story = new Story();

    @Test
    void a_signed_contract_is_covered_while_its_last_decision_approves_and_has_not_expired_or_lapsed() {
        signed("2027-10-01");
        signed("2026-11-01");
        ContractId lapsed = signed("2027-10-01");
        story.lapsed(lapsed, reviewOfLast, last);
        ContractId without = story.contract("CBP");
        story.happened("contract-signed", without, Map.of("contractId", without.toString()));
        story.contract("CBP");

        Tally tally = story.count(Figure.VALID_DECISION, ASKED);

        assertThat(tally.count(null, "VALID")).isOne();
        assertThat(tally.count(null, "EXPIRED")).isOne();
        assertThat(tally.count(null, "LAPSED")).isOne();
        assertThat(tally.count(null, "NONE")).isOne();
        assertThat(tally.total()).isEqualTo(4);
        assertThat(texts(tally)).contains("25 %");
    }

    /** The same day as {@code review.last_day_of} says, as far as it was known at the moment asked for. */
    @Test
    void a_re_review_lets_an_approval_hold_on_until_the_day_it_names() {
        story.at("2026-10-20T09:00:00Z");
        ContractId heldOn = signed("2026-11-30");
        lookedAt(heldOn, Map.of("result", "STILL_VALID", "nextOn", "2027-02-15", "validUntil", "2027-03-15"));
        ContractId asBefore = signed("2026-11-30");
        lookedAt(asBefore, Map.of("result", "STILL_VALID", "nextOn", "2027-03-15"));
        ContractId shorter = signed("2026-11-30");
        lookedAt(shorter, Map.of("result", "STILL_VALID", "nextOn", "2026-11-20", "validUntil", "2026-12-15"));
        ContractId anew = signed("2026-11-30");
        lookedAt(
                anew,
                Map.of("result", "NEW_REVIEW", "newReviewId", UUID.randomUUID().toString()));

        Tally tally = story.count(Figure.VALID_DECISION, ASKED);

        assertThat(tally.count(null, "VALID")).isEqualTo(2);
        assertThat(tally.count(null, "EXPIRED")).isEqualTo(2);
    }

    @Test
    void what_an_earlier_approval_was_given_does_not_count_for_a_later_one() {
        story.at("2026-10-20T09:00:00Z");
        ContractId contract = signed("2026-11-30");
        lookedAt(contract, Map.of("result", "STILL_VALID", "nextOn", "2027-02-15", "validUntil", "2027-03-15"));
        UUID later = story.decision(contract, story.review(contract), "APPROVE", "T2", "2026-12-01");
        story.signed(contract, later, Story.HASH);

        assertThat(story.count(Figure.VALID_DECISION, ASKED).count(null, "EXPIRED"))
                .isOne();
    }

    private void lookedAt(ContractId contract, Map<String, Object> facts) {
        story.happened("re-review-done", contract, facts);
    }

    @Test
    void a_signed_contract_stays_among_those_in_force_while_it_is_reviewed_again_whatever_that_review_says() {
        ContractId contract = signed("2027-10-01");
        UUID lapsed = last;
        UUID delta = story.lapsed(contract, reviewOfLast, lapsed);
        assertThat(validity("LAPSED")).isOne();
        assertThat(texts(story.count(Figure.VALID_DECISION, ASKED))).contains("0 %");
        assertThat(story.count(Figure.VISIBILITY, ASKED).total()).isOne();
        assertThat(story.count(Figure.VALUE_BY_TIER, ASKED).total()).isOne();

        story.stage(contract, delta, "RESEARCH", "S5", "2026-10-06T09:00:00Z", "2026-10-07T09:00:00Z", 1);
        story.decision(contract, delta, "REJECT", "T2");
        assertThat(validity("NOT_APPROVING")).isOne();

        story.decision(contract, story.review(contract), "APPROVE", "T2");
        assertThat(validity("VALID")).isOne();
        story.happened("contract-ended", contract, Map.of());
        assertThat(story.count(Figure.VALID_DECISION, ASKED).total()).isZero();
    }

    @Test
    void an_approval_from_before_a_legal_stop_covers_nothing() {
        ContractId contract = signed("2027-10-01");
        UUID again = story.review(contract);
        story.happened(
                "stage-completed", contract, Story.facts(again, Map.of("stage", "LEGAL_STOP", "outcome", "STOP")));
        assertThat(validity("NOT_APPROVING")).isOne();

        story.hold(contract, "suspension-decided", "SUSPEND");
        assertThat(validity("NOT_APPROVING")).isOne();

        story.decision(contract, story.review(contract), "APPROVE", "T2");
        assertThat(validity("VALID")).isOne();
    }

    @Test
    void what_is_suspended_stays_suspended_when_its_approval_lapses() {
        ContractId contract = signed("2027-10-01");
        story.hold(contract, "suspension-decided", "SUSPEND");
        story.happened("approval-lapsed", contract, Story.facts(reviewOfLast, Map.of("decisionId", last.toString())));

        assertThat(story.count(Figure.CONTRACTS, ASKED).count("SUSPENDED", null))
                .isOne();
        assertThat(validity("LAPSED")).isOne();
    }

    private int validity(String column) {
        Tally tally = story.count(Figure.VALID_DECISION, ASKED);
        assertThat(tally.total()).isOne();
        return tally.count(null, column);
    }

    @Test
    void what_was_in_force_before_its_review_is_covered_by_nothing_until_it_ends() {
        ContractId contract = story.contract("ICE");
        story.happened(
                "contract-in-force-stated",
                contract,
                Map.of("reference", "C-000001", "since", "2018-01-19", "source", "Signed copy"));
        UUID review = story.review(contract);

        assertThat(story.count(Figure.VALID_DECISION, ASKED).count(null, "NONE"))
                .isOne();

        story.decision(contract, review, "REJECT", "T3");
        Tally rejected = story.count(Figure.VALID_DECISION, ASKED);
        assertThat(rejected.count("T3", "NOT_APPROVING")).isOne();
        assertThat(rejected.total()).isOne();
        story.happened(
                "contract-ended", contract, Map.of("exitId", UUID.randomUUID().toString()));
        assertThat(story.count(Figure.VALID_DECISION, ASKED).total()).isZero();
    }

    @Test
    void a_tier_is_raised_by_a_person_and_votes_are_unanimous_split_or_without_majority() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.happened("triage-confirmed", contract, Story.facts(review, Map.of("tier", "T3", "raised", true)));
        story.tier(contract, review, "T3");
        votes(contract, review, Map.of("tally", Map.of("APPROVE", 5), "outcome", "APPROVE"));
        votes(contract, review, Map.of("tally", Map.of("APPROVE", 4, "REJECT", 1), "outcome", "APPROVE"));
        votes(contract, review, Map.of("tally", Map.of("APPROVE", 2, "REJECT", 2)));

        assertThat(story.count(Figure.TIERS_RAISED, ASKED).count("T3", "raised"))
                .isOne();
        assertThat(story.count(Figure.TIERS_RAISED, ASKED).count("T3", "table")).isOne();
        Tally votes = story.count(Figure.VOTES, ASKED);
        assertThat(List.of(votes.count("T3", "UNANIMOUS"), votes.count("T3", "SPLIT"), votes.count("T3", "NONE")))
                .containsExactly(1, 1, 1);
    }

    @Test
    void rights_stand_in_the_order_of_how_severely_they_are_touched_and_not_of_how_often() {
        for (int i = 0; i < 4; i++) {
            assessed(Map.of("R01", "LOW", "R02", "SERIOUS"));
        }
        assessed(Map.of("R03", "CRITICAL"));
        assessed(Map.of("R03", "LOW", "R04", "SEVERE"));
        for (int i = 10; i < 20; i++) {
            assessed(Map.of("R" + i, "LOW"));
        }
        Tally tally = story.count(Figure.RIGHTS, ASKED);

        assertThat(tally.rows().keySet()).startsWith("R03", "R04", "R02", "R01").hasSize(10);
        assertThat(tally.count("R03", "CRITICAL")).isOne();
        assertThat(tally.count("R02", "SERIOUS")).isEqualTo(4);
    }

    @Test
    void steps_are_counted_in_their_period_and_an_unknown_one_nowhere() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.happened("consultation-logged", contract, Story.facts(review, Map.of("consulted", "AFFECTED")));
        story.happened("consultation-logged", contract, Story.facts(review, Map.of("consulted", "NOBODY")));
        story.happened("re-review-due", contract, Map.of());
        story.happened("remedy-verified", contract, Map.of());
        story.happened("stage-escalated", contract, Story.facts(review, Map.of("stage", "TRIAGE")));
        story.at("2027-01-02T00:00:00Z").happened("re-review-done", contract, Map.of());

        assertThat(story.count(Figure.CONSULTATIONS, ASKED).total()).isOne();
        assertThat(story.count(Figure.RE_REVIEWS, ASKED).count("re-review-due", null))
                .isOne();
        assertThat(story.count(Figure.RE_REVIEWS, ASKED).count("re-review-done", null))
                .isZero();
        assertThat(story.count(Figure.REMEDY, ASKED).count("remedy-verified", null))
                .isOne();
        assertThat(story.count(Figure.ESCALATIONS, ASKED).count("triage", null)).isOne();
    }

    private UUID last = UUID.randomUUID();
    private UUID reviewOfLast = UUID.randomUUID();

    private ContractId signed(String expiresOn) {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        reviewOfLast = review;
        last = story.decision(contract, review, "APPROVE", "T2", expiresOn);
        story.signed(contract, last, Story.HASH);
        return contract;
    }

    private void votes(ContractId contract, UUID review, Map<String, Object> facts) {
        story.happened("votes-opened", contract, Story.facts(review, facts));
    }

    private void assessed(Map<String, String> rated) {
        ContractId contract = story.contract("CBP");
        story.assessed(contract, story.review(contract), rated);
    }

    private static List<String> texts(Tally tally) {
        return Objects.requireNonNull(Tabulating.table(tally, tally).total()).values().stream()
                .map(FigureTable.Value::text)
                .toList();
    }
}
