package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.report.internal.ConcernCells.Cell;
import org.contractethics.report.internal.FigureTable.Line;
import org.junit.jupiter.api.Test;

/** Causes of answered concerns and meetings about concerns, from the numbers of a quarter that is over; small ones cannot be worked out. */
class ConcernCausesTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 10, 1));
    private static final Scope ASKED = new Scope(Q4, null, null, Instant.parse("2027-01-15T12:00:00Z"));
    private static final List<String> CAUSES = List.of(
            "causeFactsUnknown",
            "causeRuleMissing",
            "causeRuleNotFollowed",
            "causeTermsWeak",
            "causeConditionNotKept",
            "causeCustomerConduct",
            "causeNotExplained",
            "causeNothingWrong",
            "causeOther");

    private final Story story = new Story();

    @Test
    void causes_are_told_with_their_share_and_a_total() {
        answered(12);
        counted(Map.of("causeRuleMissing", 7, "causeTermsWeak", 5));

        assertThat(told(Figure.CONCERN_CAUSES))
                .containsEntry("The policy or its tables have no rule for it", "7")
                .containsEntry("A term of the contract was missing or too weak", "5")
                .containsEntry("Nothing was wrong", "0")
                .containsEntry("No cause named", "0")
                .containsEntry("Total", "12");
        FigureTable table = table(Figure.CONCERN_CAUSES);
        assertThat(table.head()).startsWith("Quarter 4 of 2026", "Share");
        assertThat(Figure.CONCERN_CAUSES.listed()).isFalse();
    }

    @Test
    void a_small_cause_is_hidden_and_with_it_another_so_that_the_total_does_not_give_it_away() {
        answered(17);
        counted(Map.of("causeRuleMissing", 8, "causeTermsWeak", 3, "causeOther", 6));

        assertThat(told(Figure.CONCERN_CAUSES))
                .containsEntry("The policy or its tables have no rule for it", "8")
                .containsEntry("A term of the contract was missing or too weak", Tally.HIDDEN)
                .containsEntry("Something else", Tally.HIDDEN)
                .containsEntry("Total", "17");
    }

    @Test
    void answers_without_a_cause_stand_in_a_row_of_their_own() {
        answered(12);
        counted(Map.of("causeOther", 6));
        assertThat(told(Figure.CONCERN_CAUSES))
                .containsEntry("No cause named", "6")
                .containsEntry("Total", "12");
    }

    @Test
    void where_the_number_answered_is_hidden_its_causes_are() {
        answered(4);
        counted(Map.of("causeOther", 4));
        assertThat(told(Figure.CONCERN_CAUSES))
                .containsEntry("Something else", Tally.HIDDEN)
                .containsEntry("Total", Tally.HIDDEN);
    }

    @Test
    void no_cause_is_the_difference_of_what_is_shown() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            Story one = new Story();
            Map<String, Integer> numbers = new HashMap<>();
            CAUSES.forEach(cause -> numbers.put(cause, random.nextInt(3) == 0 ? 0 : random.nextInt(12)));
            int named = numbers.values().stream().mapToInt(Integer::intValue).sum();
            answered(one, named + random.nextInt(3));
            one.at("2027-01-01T00:05:00Z");
            one.counted("2026-10-01", numbers);
            Casebook book = one.casebook();
            Set<Cell> shown = new ConcernCells(book, Q4).shown();
            numbers.put(
                    ConcernRows.NO_CAUSE,
                    ConcernQuarter.withoutCause(
                            book, Q4, book.concerns().counted(Q4).orElseThrow()));

            List<Integer> hidden = new ArrayList<>();
            numbers.forEach((row, number) -> {
                boolean isShown = shown.contains(new Cell(Figure.CONCERN_CAUSES, row));
                assertThat(isShown && number > 0 && number < 5).as(row).isFalse();
                if (!isShown) {
                    hidden.add(number);
                }
            });
            int rest = hidden.stream().mapToInt(Integer::intValue).sum();
            assertThat(rest > 0 && rest < 5)
                    .as("what the total leaves of %s", numbers)
                    .isFalse();
            assertThat(hidden.size()).as("one gap is no gap").isNotEqualTo(1);
        }
    }

    @Test
    void meetings_are_told_without_a_total() {
        counted(Map.of("meetingsAsked", 20, "meetingsOffered", 14, "meetingsHeld", 7, "meetingsDeclined", 7));

        assertThat(told(Figure.CONCERN_MEETINGS))
                .containsEntry("Asked for by filers", "20")
                .containsEntry("Offered", "14")
                .containsEntry("Held", "7")
                .containsEntry("Declined", "7")
                .doesNotContainKey("Total");
    }

    @Test
    void a_meeting_that_is_still_to_come_is_not_the_difference_of_two_numbers() {
        counted(Map.of("meetingsAsked", 15, "meetingsOffered", 12, "meetingsHeld", 10));

        Set<Cell> shown = new ConcernCells(story.casebook(), Q4).shown();
        assertThat(shown.containsAll(Set.of(meeting("meetingsOffered"), meeting("meetingsHeld"))))
                .isFalse();
        assertThat(shown.containsAll(Set.of(meeting("meetingsAsked"), meeting("meetingsOffered"))))
                .isFalse();
        assertThat(told(Figure.CONCERN_MEETINGS)).containsEntry("Declined", "0").containsValue(Tally.HIDDEN);
    }

    @Test
    void meetings_offered_in_an_earlier_quarter_are_not_worked_out_either() {
        counted(Map.of("meetingsOffered", 8, "meetingsHeld", 6, "meetingsDeclined", 5, "meetingsAsked", 2));

        assertThat(told(Figure.CONCERN_MEETINGS))
                .containsEntry("Asked for by filers", Tally.HIDDEN)
                .containsEntry("Offered", Tally.HIDDEN);
    }

    @Test
    void a_quarter_that_was_not_counted_is_no_zero() {
        answered(6);
        assertThat(told(Figure.CONCERN_CAUSES)).containsValue("not counted").doesNotContainValue("6");
        assertThat(told(Figure.CONCERN_MEETINGS).values()).containsOnly("not counted");
    }

    @Test
    void what_concerns_are_about_is_told_beside_those_that_name_nothing() {
        answered(21);
        counted(Map.of("aboutContract", 9, "aboutCapability", 6, "aboutAgency", 2));

        assertThat(told(Figure.CONCERN_MATTERS))
                .containsEntry("One or more contracts", "9")
                .containsEntry("The review process", "0")
                .containsEntry("An agency with all its contracts", Tally.HIDDEN)
                .containsEntry("Total", "21");
        assertThat(Figure.CONCERN_MATTERS.listed()).isFalse();
    }

    @Test
    void a_quarter_that_was_not_counted_by_it_names_nothing_and_no_zero_as_a_total() {
        answered(6);
        counted(Map.of());

        assertThat(told(Figure.CONCERN_MATTERS))
                .containsEntry("Nothing named, or not counted by it", "6")
                .containsEntry("Total", "6");
    }

    private static Cell meeting(String row) {
        return new Cell(Figure.CONCERN_MEETINGS, row);
    }

    private void answered(int concerns) {
        answered(story, concerns);
    }

    private static void answered(Story told, int concerns) {
        for (int i = 0; i < concerns; i++) {
            told.at("2026-10-02T00:00:00Z");
            UUID concern = told.concern("OPEN", "HARM");
            told.at("2026-11-02T00:00:00Z");
            told.concern(concern, "answered");
        }
    }

    private void counted(Map<String, Integer> numbers) {
        story.at("2027-01-01T00:05:00Z");
        story.counted("2026-10-01", numbers);
    }

    private FigureTable table(Figure figure) {
        Tally before = story.count(figure, new Scope(Q4.before(), null, null, ASKED.now()));
        return Tabulating.table(story.count(figure, ASKED), before);
    }

    private Map<String, String> told(Figure figure) {
        FigureTable table = table(figure);
        Map<String, String> told = table.lines().stream()
                .collect(Collectors.toMap(
                        Line::label, line -> line.values().get(0).text()));
        if (table.total() != null) {
            told.put(
                    "Total",
                    Objects.requireNonNull(table.total()).values().get(0).text());
        }
        return told;
    }
}
