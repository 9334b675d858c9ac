package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.report.internal.FigureTable.Value;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** What the record tells of the audit sample. */
class SampleFiguresTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));
    private static final Scope ASKED = new Scope(Q4, null, null, Instant.parse("2027-02-10T12:00:00Z"));

    private final Story story = new Story();
    private final ContractId contract = story.contract("Library");
    private final UUID review = story.review(contract);

    @Test
    void lots_second_reviews_and_rulings_are_counted_in_their_period() {
        story.tier(contract, review, "T1");
        drawn(true);
        drawn(true);
        drawn(false);
        reviewed(false, "TIER");
        story.happened("sample-ruled", contract, Map.of("result", "UPHOLD"));
        story.happened("sample-ruled", contract, Map.of("result", "OTHERWISE"));
        story.at("2027-01-02T00:00:00Z");
        reviewed(false, "AGREES");

        Tally tally = story.count(Figure.AUDIT_SAMPLE, ASKED);

        assertThat(tally.count("drawn", null)).isEqualTo(2);
        assertThat(tally.count("not-drawn", null)).isOne();
        assertThat(tally.count("reviewed", null)).isOne();
        assertThat(tally.count("uphold", null)).isOne();
        assertThat(tally.count("reopen", null)).isZero();
        assertThat(tally.total()).isEqualTo(5);
        assertThat(story.count(Figure.AUDIT_SAMPLE, new Scope(Q4, "T3", null, ASKED.now()))
                        .total())
                .isZero();
    }

    @Test
    void agreement_is_told_apart_where_the_first_result_was_known_or_something_changed() {
        reviewed(false, "AGREES");
        reviewed(false, "AGREES");
        reviewed(false, "OUTCOME");
        reviewed(true, "AGREES");
        reviewed(false, "NOTHING_KNOWN");
        story.happened("sample-reviewed", contract, Story.facts(review, Map.of("differs", "TIER")));

        Tally tally = story.count(Figure.SAMPLE_AGREEMENT, ASKED);

        assertThat(tally.count("blind", "AGREES")).isEqualTo(2);
        assertThat(tally.count("blind", "OUTCOME")).isOne();
        assertThat(tally.count("knew", "AGREES")).isOne();
        assertThat(tally.count("changed", "TIER")).isOne();
        assertThat(tally.total()).isEqualTo(5);
        List<String> total = Objects.requireNonNull(
                        Tabulating.table(tally, tally).total())
                .values()
                .stream()
                .map(Value::text)
                .toList();
        assertThat(total).contains("60 %");
    }

    @Test
    void a_review_that_the_ruling_opened_again_has_the_sample_as_its_cause() {
        UUID again = UUID.randomUUID();
        story.happened(
                "review-opened",
                contract,
                Story.facts(again, Map.of("after", review.toString(), "documentSetHash", Story.HASH)));
        story.happened("sample-ruled", contract, Map.of("result", "REOPEN", "newReviewId", again.toString()));

        assertThat(story.count(Figure.REOPENED, ASKED).count("sample", null)).isOne();
    }

    private void drawn(boolean drawn) {
        story.happened("sample-drawn", contract, Story.facts(review, Map.of("drawn", drawn, "percent", 10)));
    }

    private void reviewed(boolean knew, String differs) {
        story.happened(
                "sample-reviewed",
                contract,
                Story.facts(review, Map.of("knewFirst", knew, "sameBasis", true, "differs", differs)));
    }
}
