package org.contractethics.document.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.document.comparison.Comparison.Kind;
import org.contractethics.document.comparison.Comparison.Row;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static final String AUDIT = "7.1 The Agency may audit the use of the Services on thirty days' notice.";
    private static final String LOGS = "7.2 The Contractor shall retain matching logs for three hundred days.";
    private static final String TERM = "8. This Agreement ends when the Agency says so in writing to the Contractor.";

    @Test
    void the_same_text_is_identical_whatever_its_blanks_and_line_breaks() {
        Comparison comparison = compare(List.of(AUDIT, LOGS), List.of(AUDIT.replace(" ", "  "), LOGS));

        assertThat(comparison.identical()).isTrue();
    }

    @Test
    void a_changed_word_is_shown_inside_its_paragraph() {
        Comparison comparison = compare(List.of(AUDIT, LOGS, TERM), List.of(AUDIT, LOGS.replace("three", "six"), TERM));

        assertThat(kinds(comparison)).containsExactly(Kind.SAME, Kind.CHANGED, Kind.SAME);
        assertThat(comparison.rows().get(1).pieces())
                .filteredOn(piece -> piece.kind() != Piece.Kind.SAME)
                .containsExactly(new Piece(Piece.Kind.DELETED, "three "), new Piece(Piece.Kind.INSERTED, "six "));
    }

    @Test
    void paragraphs_that_came_and_went_are_told_apart() {
        Comparison comparison = compare(List.of(AUDIT, LOGS), List.of(AUDIT, TERM));

        assertThat(kinds(comparison)).containsExactly(Kind.SAME, Kind.ADDED, Kind.REMOVED);
    }

    @Test
    void a_paragraph_that_stands_elsewhere_now_has_moved() {
        Comparison comparison = compare(List.of(AUDIT, LOGS, TERM), List.of(LOGS, TERM, AUDIT));

        assertThat(kinds(comparison)).containsExactly(Kind.MOVED_AWAY, Kind.SAME, Kind.SAME, Kind.MOVED_HERE);
    }

    @Test
    void a_paragraph_that_moved_and_got_another_number_shows_both() {
        Comparison comparison = compare(List.of(AUDIT, LOGS, TERM), List.of(LOGS, TERM, AUDIT.replace("7.1", "9.4")));

        Row moved = comparison.rows().get(3);
        assertThat(moved.kind()).isEqualTo(Kind.MOVED_HERE);
        assertThat(moved.pieces())
                .contains(new Piece(Piece.Kind.INSERTED, "9.4 "), new Piece(Piece.Kind.DELETED, "7.1 "));
    }

    @Test
    void short_lines_do_not_move() {
        Comparison comparison = compare(List.of("None.", AUDIT, LOGS), List.of(AUDIT, LOGS, "None."));

        assertThat(kinds(comparison)).containsExactly(Kind.REMOVED, Kind.SAME, Kind.SAME, Kind.ADDED);
    }

    @Test
    void words_cut_into_other_paragraphs_are_the_same_words() {
        Comparison comparison = compare(List.of(AUDIT, LOGS + " " + TERM), List.of(AUDIT, LOGS, TERM));

        assertThat(comparison.identical()).isTrue();
    }

    @Test
    void rows_of_tables_and_page_headers_are_compared_too() {
        List<Passage> before = List.of(in("header", "Draft of May"), in("body", "Seat | 40 USD | a month"));
        List<Passage> after = List.of(in("header", "Draft of June"), in("body", "Seat | 45 USD | a month"));

        assertThat(kinds(Comparison.of(before, after))).containsExactly(Kind.CHANGED, Kind.CHANGED);
    }

    @Test
    void nothing_compared_with_something_is_all_new() {
        assertThat(kinds(compare(List.of(), List.of(AUDIT)))).containsExactly(Kind.ADDED);
        assertThat(kinds(compare(List.of(AUDIT), List.of()))).containsExactly(Kind.REMOVED);
        assertThat(compare(List.of(), List.of()).rows()).isEmpty();
    }

    @Test
    void whatever_is_done_to_a_text_both_texts_can_be_read_off_the_comparison() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            List<String> before = randomText(random);
            List<String> after = edited(before, random);

            Comparison comparison = compare(before, after);

            assertThat(side(comparison, Piece.Kind.INSERTED, false)).containsExactlyInAnyOrderElementsOf(bare(before));
            assertThat(side(comparison, Piece.Kind.DELETED, true)).containsExactlyElementsOf(bare(after));
        }
    }

    private static List<String> randomText(Random random) {
        return IntStream.range(0, 30)
                .mapToObj(i -> IntStream.range(0, 3 + random.nextInt(20))
                        .mapToObj(word -> "w" + random.nextInt(60))
                        .collect(Collectors.joining(" ", "§" + i + " ", ".")))
                .toList();
    }

    private static List<String> edited(List<String> before, Random random) {
        List<String> after = new ArrayList<>(before);
        for (int i = 0; i < 8; i++) {
            int at = random.nextInt(after.size());
            switch (random.nextInt(4)) {
                case 0 -> after.remove(at);
                case 1 -> after.add(at, "An inserted sentence number " + random.nextInt(100) + " of its own.");
                case 2 -> Collections.swap(after, at, random.nextInt(after.size()));
                default -> after.set(at, after.get(at).replace("w1", "changed"));
            }
        }
        return after;
    }

    /** The paragraphs of one side, each without the words that stand only in the other. */
    private static List<String> side(Comparison comparison, Piece.Kind without, boolean after) {
        return comparison.rows().stream()
                .filter(row -> after ? row.after() != null : row.before() != null && row.kind() != Kind.MOVED_HERE)
                .map(row -> row.pieces().stream()
                        .filter(piece -> piece.kind() != without)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .map(ComparisonTests::bare)
                .toList();
    }

    private static List<String> bare(List<String> texts) {
        return texts.stream().map(ComparisonTests::bare).toList();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void two_long_texts_without_a_line_in_common_are_compared_without_comparing_each_line_with_each() {
        List<Integer> before = IntStream.range(0, 100_000).boxed().toList();
        List<Integer> after = IntStream.range(100_000, 200_000).boxed().toList();
        long began = processorTime();

        assertThat(EqualOnes.inOrder(before, after)).isEmpty();
        assertThat(compare(lines(before), lines(after)).count(Kind.ADDED)).isEqualTo(100_000);

        assertThat(Duration.ofNanos(processorTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void of_long_texts_in_another_order_the_longest_run_in_order_is_matched() {
        List<Integer> before = IntStream.range(0, 100_000).boxed().toList();
        List<Integer> after = new ArrayList<>(before);
        Collections.reverse(after);
        after.addAll(0, List.of(7, 8, 9));
        after.addAll(List.of(1, 2));
        long began = processorTime();

        assertThat(EqualOnes.inOrder(before, after)).isNotEmpty();

        assertThat(Duration.ofNanos(processorTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_long_text_with_few_changes_differs_in_those_only_also_where_lines_repeat() {
        List<Integer> before = new ArrayList<>(
                IntStream.range(0, 60_000).map(i -> i % 3 == 0 ? 0 : i).boxed().toList());
        List<Integer> after = new ArrayList<>(before);
        after.set(30_001, -1);
        after.remove(50_000);

        assertThat(EqualOnes.inOrder(before, after)).hasSize(before.size() - 2);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<String> lines(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> "Line L" + number + " of item I" + number + " is paid once.")
                .toList();
    }

    private static List<Kind> kinds(Comparison comparison) {
        return comparison.rows().stream().map(Row::kind).toList();
    }

    private static Comparison compare(List<String> before, List<String> after) {
        return Comparison.of(passages(before), passages(after));
    }

    private static List<Passage> passages(List<String> texts) {
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .map(i -> new Passage("body", i, "", null, texts.get(i)))
                .toList();
    }

    private static Passage in(String part, String text) {
        return new Passage(part, 0, "", null, text);
    }
}
