package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTreeTests {

    private static final String SENTENCE = " The Contractor shall keep the data of every person apart from all others.";

    @Test
    void a_clause_knows_the_headings_above_it_and_its_parent() {
        List<ClauseText> clauses = split(
                "MASTER SERVICES AGREEMENT",
                "ARTICLE VII",
                "DATA",
                "7.1 Region." + SENTENCE,
                "7.2 Audit." + SENTENCE,
                "(a) First." + SENTENCE,
                "(b) Second." + SENTENCE,
                "ARTICLE VIII",
                "TERM",
                "8.1 Length." + SENTENCE);

        assertThat(clauses.get(3).headingPath()).containsExactly("ARTICLE VII DATA", "7.2 Audit", "(b) Second");
        assertThat(clauses).extracting(ClauseText::parent).containsExactly(null, 0, 1, 1, null);
        assertThat(clauses.get(4).headingPath()).containsExactly("ARTICLE VIII TERM", "8.1 Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 13 CONFIDENTIAL",
                "PAGE 10",
                "STRICTLY PRIVATE AND CONFIDENTIAL",
                "EXECUTION VERSION",
                "18 CONFIDENTIAL MATERIALS OMITTED AND FILED SEPARATELY"
            })
    void a_page_number_or_a_notice_heads_no_clause(String notice) {
        List<ClauseText> clauses = split("7. AUDIT", "(a) First." + SENTENCE, notice, "(b) Second." + SENTENCE);

        assertThat(clauses.get(clauses.size() - 1).headingPath()).containsExactly("7 AUDIT", "(b) Second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIDENTIALITY", "CONFIDENTIAL INFORMATION", "DRAFT DELIVERABLES"})
    void a_heading_that_has_such_a_word_stays_one(String heading) {
        assertThat(split(heading, SENTENCE.strip()).get(0).heading()).isEqualTo(heading);
    }

    @Test
    void an_annex_holds_the_articles_inside_it() {
        List<ClauseText> clauses =
                split("1. Services." + SENTENCE, "EXHIBIT A", "PRICES", "1. Fees." + SENTENCE, "2. Taxes." + SENTENCE);

        assertThat(clauses.get(1).headingPath()).containsExactly("EXHIBIT A PRICES", "1 Fees");
        assertThat(clauses.get(2).headingPath()).containsExactly("EXHIBIT A PRICES", "2 Taxes");
        assertThat(clauses.get(2).parent()).isEqualTo(1);
    }

    @Test
    void recitals_are_a_place_of_their_own_that_ends_with_the_first_provision() {
        List<ClauseText> clauses = split(
                "WHEREAS, the Agency runs a case management system for its officers;" + SENTENCE,
                "1. Services." + SENTENCE);

        assertThat(clauses.get(0).headingPath()).containsExactly("Recitals");
        assertThat(clauses.get(1).headingPath()).containsExactly("1 Services");
    }

    @Test
    void the_lines_of_a_table_of_contents_open_no_clause() {
        List<ClauseText> clauses = split(
                "TABLE OF CONTENTS",
                "1. Definitions 1",
                "2. Data processing 4",
                "2.1 Region ........ 4",
                "Exhibit A Prices",
                "1. Definitions",
                "In this Agreement these words mean the following." + SENTENCE,
                "2. Data processing",
                "2.1 Region." + SENTENCE);

        assertThat(clauses).extracting(ClauseText::number).containsExactly("", "1", "2.1");
        assertThat(clauses.get(0).headingPath()).containsExactly("Table of contents");
        assertThat(clauses.get(1).headingPath()).containsExactly("1 Definitions");
    }

    @Test
    void a_line_with_dots_and_a_page_number_is_no_heading_wherever_it_stands() {
        assertThat(Contents.hasLeader("7.2 Audit . . . . . . 12")).isTrue();
        assertThat(Contents.hasLeader("Name: ............")).isFalse();
        assertThat(Contents.hasLeader("7.2 Audit")).isFalse();
    }

    @Test
    void a_heading_in_bold_below_a_provision_heads_a_piece_of_it() {
        PartDraft part = new PartDraft("body", true, new Budget(Duration.ofMinutes(1)));
        part.add("3.5 Costs." + SENTENCE, null);
        part.add("Calendar Year Expense", 0, "", true, "", null);
        part.add("2018 24 million, 2019 22 million, 2020 20 million and so on." + SENTENCE, null);
        part.add("3.6 Taxes." + SENTENCE, null);

        List<ClauseText> clauses = ClauseSplitter.split(List.of(part));

        assertThat(clauses.get(1).headingPath()).containsExactly("3.5 Costs", "Calendar Year Expense");
        assertThat(clauses.get(2).headingPath()).containsExactly("3.6 Taxes");
    }

    @Test
    void a_parent_always_comes_before_its_child_and_in_the_same_part() {
        List<ClauseText> clauses = ClauseSplitter.split(List.of(
                part("1. Services." + SENTENCE, "(a) One." + SENTENCE),
                part("(b) Note." + SENTENCE, "(c) Note." + SENTENCE)));

        assertThat(clauses.get(2).parent()).isNull();
        for (int i = 0; i < clauses.size(); i++) {
            Integer parent = clauses.get(i).parent();
            assertThat(parent == null
                            || (parent < i
                                    && clauses.get(parent).part()
                                            == clauses.get(i).part()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((((",
                "1.1.1.1.",
                "A. ",
                ". . . . ",
                "Section ",
                "IVIVIV",
                "TABLE OF CONTENTS ",
                "WHEREAS ",
                "Exhibit A "
            })
    void adversarial_lines_take_time_in_proportion_to_their_length(String piece) {
        long small = nanos(piece, 20_000);
        long large = nanos(piece, 200_000);

        assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofSeconds(10).plusNanos(40 * small));
    }

    private static long nanos(String piece, int characters) {
        String line = piece.repeat(characters / piece.length());
        long began = System.nanoTime();
        split(IntStream.range(0, 10).mapToObj(i -> line).toArray(String[]::new));
        return System.nanoTime() - began;
    }

    private static List<ClauseText> split(String... paragraphs) {
        return ClauseSplitter.split(List.of(part(paragraphs)));
    }

    private static PartDraft part(String... paragraphs) {
        PartDraft part = new PartDraft("body", true, new Budget(Duration.ofMinutes(1)));
        for (String paragraph : paragraphs) {
            part.add(Objects.requireNonNull(paragraph), null);
        }
        return part;
    }
}
