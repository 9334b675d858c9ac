package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyFiguresTests {

    private static final Scope QUARTER =
            new Scope(Period.quarterOf(LocalDate.of(2026, 11, 1)), null, null, Instant.parse("2027-01-02T09:00:00Z"));

    private final Story story = new Story();

    @Test
    void the_last_survey_that_had_closed_by_the_end_of_the_period_counts() {
        closed("2026-10-05T00:00:10Z", Map.of("knowsHowYes", 90, "knowsHowPartly", 10, "knowsHowNo", 0));
        closed("2026-12-05T00:00:10Z", Map.of("knowsHowYes", 60, "knowsHowPartly", 30, "knowsHowNo", 10));
        closed("2027-01-01T00:00:10Z", Map.of("knowsHowYes", 1_000));

        assertThat(count().count("knowsHow", "YES")).isEqualTo(60);
        assertThat(count().count("knowsHow", "PARTLY")).isEqualTo(30);
        assertThat(count().count("knowsHow", "NO")).isEqualTo(10);
    }

    @Test
    void a_statement_is_told_as_a_share_of_yes_and_statements_are_not_added_up() {
        closed(
                "2026-12-05T00:00:10Z",
                Map.of("knowsHowYes", 60, "knowsHowNo", 40, "trustsReviewYes", 25, "trustsReviewOther", 75));

        FigureTable table = Tabulating.table(count(), new Tally(Figure.TRUST_SURVEY, item -> item));

        assertThat(table.head()).contains("Share yes", "Anything but yes");
        assertThat(row(table, "I know how to raise a concern about a contract")).contains("60", "40", "60 %");
        assertThat(row(table, "The review stops contracts that would harm people"))
                .contains("25", "75", "25 %");
        assertThat(table.total()).isNull();
    }

    @Test
    void a_statement_of_which_nothing_is_told_has_no_row() {
        closed("2026-12-05T00:00:10Z", Map.of("knowsHowYes", 60));

        assertThat(Tabulating.table(count(), new Tally(Figure.TRUST_SURVEY, item -> item))
                        .lines())
                .extracting(FigureTable.Line::label)
                .containsExactly("I know how to raise a concern about a contract");
    }

    @Test
    void nobody_is_listed() {
        assertThat(Figure.TRUST_SURVEY.listed()).isFalse();
        assertThat(count().total()).isZero();
    }

    private void closed(String at, Map<String, Object> numbers) {
        story.at(at);
        story.happened("survey-closed", null, numbers);
    }

    private Tally count() {
        return story.count(Figure.TRUST_SURVEY, QUARTER);
    }

    private static List<String> row(FigureTable table, String label) {
        return table.lines().stream()
                .filter(line -> line.label().equals(label))
                .flatMap(line -> line.values().stream())
                .map(FigureTable.Value::text)
                .toList();
    }
}
