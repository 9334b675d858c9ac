package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** Re-reviews to come, by quarter. */
class ReReviewsAheadTests {

    /** Seen from 31 December. */
    private static final Scope ASKED =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2027-02-10T12:00:00Z"));

    private final Story story = new Story().at("2026-11-10T09:00:00Z");

    @Test
    void a_signed_contract_is_looked_at_again_after_the_interval_of_its_tier() {
        List.of("T4", "T3", "T2", "T1").forEach(this::signed);

        assertThat(rows(ASKED))
                .containsExactly(
                        "Quarter 1 of 2027: T4 1",
                        "Quarter 2 of 2027: T3 1",
                        "Quarter 4 of 2027: T2 1",
                        "Later than in 12 months: T1 1");
        assertThat(story.count(Figure.RE_REVIEWS_AHEAD, ASKED).items(null, "T4"))
                .extracting(Item::what)
                .containsExactly("On 2027-02-10");
    }

    @Test
    void an_approval_that_ends_before_the_interval_is_looked_at_20_working_days_ahead() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.tier(contract, review, "T2");
        UUID approval = story.decision(contract, review, "APPROVE", "T2", "2027-02-26");
        story.signed(contract, approval, Story.HASH);

        assertThat(story.count(Figure.RE_REVIEWS_AHEAD, ASKED).items(null, "T2"))
                .extracting(Item::what)
                .containsExactly("On 2027-01-29");
    }

    @Test
    void the_record_knows_better_once_it_names_a_day() {
        ContractId forward = signed("T1");
        story.happened("re-review-brought-forward", forward, Map.of("before", "2028-11-10", "nextOn", "2027-01-05"));
        ContractId done = signed("T4");
        story.happened("re-review-due", done, Map.of());
        story.happened("re-review-done", done, Map.of("result", "STILL_VALID", "nextOn", "2027-05-10"));

        assertThat(rows(ASKED)).containsExactly("Quarter 1 of 2027: T1 1", "Quarter 2 of 2027: T4 1");
    }

    @Test
    void what_people_were_asked_for_is_due_already() {
        story.happened("re-review-due", signed("T4"), Map.of());
        story.at("2026-06-01T09:00:00Z");
        signed("T4");

        assertThat(rows(ASKED)).containsExactly("Due already and not done: T4 2");
    }

    @Test
    void nothing_is_to_come_of_a_contract_that_ended_or_is_reviewed_anew() {
        story.happened("contract-ended", signed("T4"), Map.of());
        story.happened(
                "re-review-done",
                signed("T3"),
                Map.of("result", "REVIEW_ANEW", "newReviewId", UUID.randomUUID().toString()));
        story.contract("CBP");

        assertThat(rows(ASKED)).isEmpty();
    }

    @Test
    void a_contract_signed_without_a_tier_is_said_to_have_no_known_day() {
        story.signed(story.contract("CBP"), UUID.randomUUID(), Story.HASH);

        assertThat(rows(ASKED)).containsExactly("Not recorded: none 1");
    }

    @Test
    void the_period_before_tells_what_was_expected_of_the_same_quarter() {
        story.at("2026-09-10T09:00:00Z");
        signed("T2");
        story.at("2026-10-10T09:00:00Z");
        signed("T2");

        FigureTable table = Tabulating.table(
                story.count(Figure.RE_REVIEWS_AHEAD, ASKED), story.count(Figure.RE_REVIEWS_AHEAD, ASKED.before()));

        assertThat(table.lines())
                .extracting(line -> line.label() + " " + line.values().get(5).text() + " before "
                        + line.values().get(6).text())
                .containsExactly("Quarter 3 of 2027 1 before 1", "Quarter 4 of 2027 1 before 0");
    }

    private ContractId signed(String tier) {
        ContractId contract = story.contract("CBP");
        story.tier(contract, story.review(contract), tier);
        story.signed(contract, UUID.randomUUID(), Story.HASH);
        return contract;
    }

    private List<String> rows(Scope scope) {
        Tally tally = story.count(Figure.RE_REVIEWS_AHEAD, scope);
        return tally.rows().entrySet().stream()
                .flatMap(row -> tally.columns().keySet().stream()
                        .filter(column -> tally.count(row.getKey(), column) > 0)
                        .map(column -> row.getValue() + ": " + column + " " + tally.count(row.getKey(), column)))
                .toList();
    }
}
