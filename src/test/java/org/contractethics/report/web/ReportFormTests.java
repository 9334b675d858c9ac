package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.contractethics.report.internal.Period;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFormTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void asks_for_the_current_quarter_unless_told_otherwise() {
        assertThat(form(null, null, null).scope(NOW).period())
                .isEqualTo(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource({"2026-Q1, 2026-01-01, 2026-03-31", "2024-Q4, 2024-10-01, 2024-12-31", "2025, 2025-01-01, 2025-12-31"})
    void takes_quarters_and_years(String period, LocalDate from, LocalDate to) {
        assertThat(form(period, null, null).scope(NOW).period()).isEqualTo(new Period(from, to));
    }

    @Test
    void takes_own_days_only_where_they_are_asked_for() {
        Period days = new Period(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 9));

        assertThat(form("own", "2026-02-03", "2026-02-09").scope(NOW).period()).isEqualTo(days);
        assertThat(form(null, "2026-02-03", "2026-02-09").scope(NOW).period()).isEqualTo(days);
        assertThat(form("2025", "2026-02-03", "2026-02-09").scope(NOW).period()).isEqualTo(Period.year(2025));
    }

    @ParameterizedTest
    @CsvSource({"2024-Q3, Quarter 3 of 2024", "2019, Year 2019", "2026-Q4, Quarter 4 of 2026"})
    void what_is_chosen_stands_in_the_list_also_where_the_record_began_later(String period, String words) {
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertThat(PeriodChoices.between(today.minusDays(20), today, period)).containsEntry(period, words);
    }

    @ParameterizedTest
    @CsvSource({
        "own, 2026-02-09, 2026-02-03, to",
        "own, , 2026-02-03, from",
        "own, 2026-02-30, 2026-03-03, from",
        "own, 0001-01-01, 9000-01-01, from",
        "own, 1990-01-01, 2026-01-01, to",
        "2026-Q5, , , period",
        "'2026-Q1; drop', , , period",
    })
    void says_what_it_does_not_understand(String period, @Nullable String from, @Nullable String to, String field) {
        ReportForm form = form(period, from, to);

        assertThat(form.problems()).extracting(FormProblem::field).contains(field);
        assertThat(form.scope(NOW).period()).isNotNull();
    }

    @Test
    void links_keep_the_filters_and_escape_them() {
        ReportForm form = new ReportForm("2026-Q1", null, null, "T3", "U.S. Customs & Border {x}");

        assertThat(form.link("/insights", Map.of("row", "a=b")))
                .isEqualTo("/insights?agency=U.S.%20Customs%20%26%20Border%20%7Bx%7D&period=2026-Q1&row=a%3Db&tier=T3");
    }

    @ParameterizedTest
    @CsvSource({", , 2026-Q4", "2025, , 2025", ", 2026-02-09, own", "own, 2026-02-09, own"})
    void shows_the_period_in_force(@Nullable String period, @Nullable String from, String chosen) {
        assertThat(form(period, from, null).periodChosen(LocalDate.of(2026, 11, 25)))
                .isEqualTo(chosen);
    }

    private static ReportForm form(@Nullable String period, @Nullable String from, @Nullable String to) {
        return new ReportForm(period, from, to, null, null);
    }
}
