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
    void five_countries_list_every_year_from_2025_to_2040_and_name_the_law() throws IOException {
        Map<String, HolidayCalendar> known = CalendarConfiguration.all();

        assertThat(known).containsOnlyKeys("DE", "FR", "GB", "NL", "US");
        assertThat(known.values()).allSatisfy(calendar -> {
            assertThat(calendar.source()).isNotBlank();
            assertThat(calendar.days().keySet())
                    .extracting(LocalDate::getYear)
                    .containsAll(IntStream.rangeClosed(2025, 2040).boxed().toList());
        });
    }

    /** Up to 2030 as published by the Office of Personnel Management, GOV.UK and the states themselves, later by the law named in the file. */
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
        "NL, 2036-04-26, Koningsdag",
        "US, 2033-12-26, Christmas Day (observed)",
        "US, 2038-12-31, New Year's Day (observed)",
        "GB, 2032-12-28, Boxing Day (substitute day)",
        "GB, 2039-01-03, New Year's Day (substitute day)",
    })
    void holidays_stand_on_the_day_they_are_kept(String country, LocalDate day, String name) throws IOException {
        assertThat(days(CalendarConfiguration.all(), country)).containsEntry(day, name);
    }

    /** What hangs on Easter, in every year: its Sunday by the Gregorian reckoning. */
    @ParameterizedTest
    @CsvSource({
        "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
        "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01",
    })
    void movable_holidays_keep_their_distance_from_easter(LocalDate easter) throws IOException {
        Map<String, HolidayCalendar> known = CalendarConfiguration.all();

        assertThat(days(known, "DE"))
                .containsEntry(easter.minusDays(2), "Karfreitag")
                .containsEntry(easter.plusDays(1), "Ostermontag")
                .containsEntry(easter.plusDays(39), "Christi Himmelfahrt")
                .containsEntry(easter.plusDays(50), "Pfingstmontag");
        assertThat(days(known, "FR")).containsEntry(easter.plusDays(50), "Lundi de Pentecôte");
        assertThat(days(known, "GB")).containsEntry(easter.plusDays(1), "Easter Monday");
        assertThat(days(known, "NL")).containsEntry(easter.plusDays(39), "Hemelvaartsdag");
    }

    private static Map<LocalDate, String> days(Map<String, HolidayCalendar> known, String country) {
        return Objects.requireNonNull(known.get(country)).days();
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
