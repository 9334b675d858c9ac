package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number whose words are gone is a clause of its own, and heads nothing. */
class ReservedProvisionTests {

    private static final String SENTENCE = " The Contractor shall keep the data of every person apart from all others.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2. Reserved.",
                "2. RESERVED",
                "2. [Reserved]",
                "2. [RESERVED.]",
                "2. (Reserved for future use)",
                "2. Intentionally Omitted.",
                "2. [Intentionally Deleted]",
                "2. This Section intentionally left blank.",
                "2. [This clause is intentionally omitted.]",
                "2. Not used.",
                "2. NOT USED",
                "2. Deleted.",
                "2. N/A",
                "2. n/a",
                "2. Not applicable",
                "2. [entfällt]",
                "2. entfällt",
                "2. (weggefallen)",
                "2. (aufgehoben)",
                "2. Nicht belegt"
            })
    void a_number_with_nothing_but_that_is_a_clause_of_its_own(String reserved) {
        List<ClauseText> clauses = split("1. Region." + SENTENCE, reserved, "3. Audit." + SENTENCE);

        assertThat(clauses).extracting(ClauseText::number).containsExactly("1", "2", "3");
        assertThat(clauses.get(1).text()).isEqualTo(reserved);
        assertThat(clauses.get(2).heading()).isEqualTo("Audit");
        assertThat(clauses.get(2).headingPath()).containsExactly("3 Audit");
        assertThat(clauses.get(2).text()).startsWith("3. Audit.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARTICLE II [RESERVED]", "Section 2. [Reserved]", "§ 2 (weggefallen)", "§ 2 entfällt."})
    void numbers_with_a_word_before_them_are_such_provisions_too(String reserved) {
        List<ClauseText> clauses =
                split("1. Region." + SENTENCE, reserved, "ARTICLE III TERM", "3.1 Length." + SENTENCE);

        assertThat(clauses).hasSize(3);
        assertThat(clauses.get(1).text()).isEqualTo(reserved);
        assertThat(clauses.get(2).headingPath()).containsExactly("ARTICLE III TERM", "3.1 Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2. FACILITIES MANAGEMENT INTENTIONALLY OMITTED",
                "2.4 Corporate Support Services. INTENTIONALLY OMITTED",
                "2.4 Exclusivity: Intentionally Deleted.",
                "2.4 Exclusivity [Reserved]"
            })
    void a_heading_that_says_it_of_its_clause_heads_no_other(String reserved) {
        List<ClauseText> clauses = split("1. Region." + SENTENCE, reserved, "3. FEES", "3.1 Audit." + SENTENCE);

        assertThat(clauses).hasSize(3);
        assertThat(clauses.get(1).text()).isEqualTo(reserved);
        assertThat(clauses.get(2).headingPath()).containsExactly("3 FEES", "3.1 Audit");
    }

    @Test
    void several_of_them_stand_apart_under_the_heading_above_them() {
        List<ClauseText> clauses = split(
                "ARTICLE VI",
                "PAYMENTS",
                "6.6 Costs." + SENTENCE,
                "6.7 Reserved.",
                "6.8 Reserved.",
                "6.9 Reconciliation." + SENTENCE);

        assertThat(clauses).extracting(ClauseText::number).containsExactly("6.6", "6.7", "6.8", "6.9");
        assertThat(clauses.get(2).headingPath()).containsExactly("ARTICLE VI PAYMENTS", "6.8 Reserved");
        assertThat(clauses.get(3).headingPath()).containsExactly("ARTICLE VI PAYMENTS", "6.9 Reconciliation");
    }

    @Test
    void the_word_on_the_line_below_a_number_or_a_heading_belongs_to_it() {
        List<ClauseText> clauses = split(
                "8.6 Item Processing Services.",
                "INTENTIONALLY OMITTED",
                "ARTICLE IX",
                "[RESERVED]",
                "ARTICLE X",
                "TERM",
                "10.1 Length." + SENTENCE);

        assertThat(clauses).hasSize(3);
        assertThat(clauses.get(0).number()).isEqualTo("8.6");
        assertThat(clauses.get(0).text()).endsWith("INTENTIONALLY OMITTED");
        assertThat(clauses.get(1).headingPath()).containsExactly("ARTICLE IX [RESERVED]");
        assertThat(clauses.get(2).headingPath()).containsExactly("ARTICLE X TERM", "10.1 Length");
    }

    @Test
    void what_follows_without_a_number_is_no_part_of_it() {
        List<ClauseText> clauses = split("1. Region." + SENTENCE, "2. Reserved.", SENTENCE.strip() + SENTENCE);

        assertThat(clauses).hasSize(3);
        assertThat(clauses.get(1).text()).isEqualTo("2. Reserved.");
    }

    @Test
    void a_roman_number_counts_on_past_one() {
        List<ClauseText> clauses =
                split("I. SERVICES", SENTENCE.strip(), "II. RESERVED", "III. TERM", SENTENCE.strip());

        assertThat(clauses).extracting(ClauseText::text).contains("II. RESERVED");
        assertThat(clauses.get(clauses.size() - 1).headingPath()).containsExactly("III. TERM");
    }

    @Test
    void an_item_in_running_text_stays_with_the_others() {
        List<ClauseText> clauses =
                split("1. Region." + SENTENCE, "(a) the images;", "(b) [Reserved];", "(c) the logs." + SENTENCE);

        assertThat(clauses).extracting(ClauseText::number).doesNotContain("(b)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reserved rights",
                "All rights reserved.",
                "Data that was deleted is listed.",
                "Reserved. The Agency may use it.",
                "Deletion of data",
                "Used goods",
                "This page intentionally left blank",
                ""
            })
    void words_that_say_more_are_no_such_thing(String words) {
        assertThat(ReservedProvision.saidBy(words)).isFalse();
    }

    private static List<ClauseText> split(String... lines) {
        PartDraft part = new PartDraft("body", true, new Budget(Duration.ofMinutes(1)));
        for (String line : lines) {
            part.add(line, null);
        }
        return ClauseSplitter.split(List.of(part));
    }
}
