package org.contractethics.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.contractethics.calendar.HolidayCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code config/calendars} as shipped, and what a wrong one is refused with. */
class CalendarFilesTests {

    private static final List<String> HEAD = List.of("# name: Utopia", "# source: Act 1", "date,name");

    @Test
    void five_countries_list_every_year_from_2025_to_2030_and_name_the_law() throws IOException {
        Map<String, HolidayCalendar> known = CalendarConfiguration.all();

        assertThat(known).containsOnlyKeys("DE", "FR", "GB", "NL", "US");
        assertThat(known.values()).allSatisfy(calendar -> {
            assertThat(calendar.source()).isNotBlank();
            assertThat(calendar.days().keySet())
                    .extracting(LocalDate::getYear)
                    .containsAll(IntStream.rangeClosed(2025, 2030).boxed().toList());
        });
    }

    /** As published for these years by the Office of Personnel Management, GOV.UK and the states themselves. */
    @ParameterizedTest
    @CsvSource({
        "US, 2026-07-03, Independence Day (observed)",
        "US, 2026-11-26, Thanksgiving Day",
        "US, 2027-12-31, New Year's Day (observed)",
        "US, 2028-11-10, Veterans Day (observed)",
        "GB, 2026-05-04, Early May bank holiday",
        "GB, 2026-12-28, Boxing Day (substitute day)",
        "GB, 2027-12-28, Boxing Day (substitute day)",
        "DE, 2026-05-14, Christi Himmelfahrt",
        "DE, 2027-03-26, Karfreitag",
        "FR, 2026-05-25, Lundi de Pentecôte",
        "FR, 2029-04-02, Lundi de Pâques",
        "NL, 2025-04-26, Koningsdag",
    })
    void holidays_stand_on_the_day_they_are_kept(String country, LocalDate day, String name) throws IOException {
        assertThat(Objects.requireNonNull(CalendarConfiguration.all().get(country))
                        .days())
                .containsEntry(day, name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30,Leap | line 4 | no day of the calendar",
                "26.12.2026,Boxing Day | line 4 | written like 2026-12-25",
                "2026-12-25 | line 4 | a date and a name",
                "2026-12-25,A,B | line 4 | one comma",
                "2026-12-25, | line 4 | a date and a name",
            })
    void a_wrong_row_is_refused_with_file_line_and_reason(String row, String line, String reason) {
        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarFile.read("XX.csv", plus(row)))
                .withMessageContainingAll("config/calendars/XX.csv", line, reason);
    }

    @Test
    void a_day_that_stands_twice_a_year_left_out_and_an_empty_file_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarFile.read("XX.csv", plus("2026-01-01,New Year", "2026-01-01,Again")))
                .withMessageContaining("line 5: 2026-01-01 stands twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarFile.read("XX.csv", plus("2025-01-01,New Year", "2027-01-01,New Year")))
                .withMessageContaining("no holiday of 2026");
        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarFile.read("XX.csv", HEAD))
                .withMessageContaining("lists no holiday");
    }

    @Test
    void a_file_without_its_law_or_its_header_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarFile.read("XX.csv", List.of("date,name", "2026-01-01,New Year")))
                .withMessageContaining("# source: ");
        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarFile.read("XX.csv", List.of("# name: Utopia", "2026-01-01,New Year")))
                .withMessageContaining("line 2");
    }

    @Test
    void a_country_without_a_file_stops_the_start_and_names_the_choice() throws IOException {
        Map<String, HolidayCalendar> known = CalendarConfiguration.all();

        assertThatIllegalStateException()
                .isThrownBy(() -> CalendarConfiguration.choose("USA", known))
                .withMessageContainingAll("contract-ethics.workflow.country", "USA", "DE, FR, GB, NL, US");
        assertThat(CalendarConfiguration.choose("", known)).isEqualTo(HolidayCalendar.NONE);
    }

    private static List<String> plus(String... rows) {
        return java.util.stream.Stream.concat(HEAD.stream(), java.util.Arrays.stream(rows))
                .toList();
    }
}
