package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseSplittingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1. Definitions                     | 1
            7.2 The Agency may                 | 7.2
            12.3.4 "Data" means                | 12.3.4
            ARTICLE IV                         | ARTICLE IV
            Article 5: Termination             | Article 5
            Section 7.2 Audit                  | Section 7.2
            SCHEDULE B - Prices                | SCHEDULE B
            (a) the images                     | (a)
            (iv) the logs                      | (iv)
            b) The logs                        | b)
            IV. Term                           | IV.
            § 7 Datenschutz                    | § 7
            """)
    void numbers_are_known_in_their_many_forms(String line, String number) {
        ClauseNumber found = ClauseNumber.at(line);

        assertThat(found).isNotNull().extracting(ClauseNumber::printed).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.5 million dollars",
                "12 months after the end",
                "Section 7.2 of the Agreement applies",
                "1.1.2020 was the date",
                "Part of the service",
                "article 5 says",
                "(including minors)",
                "10.5% of the fee",
                "Mr. Smith signs",
                ""
            })
    void other_beginnings_are_no_numbers(String line) {
        assertThat(ClauseNumber.at(line)).isNull();
    }

    @Test
    void a_heading_that_runs_into_its_clause_is_its_heading() {
        List<ClauseText> clauses = split("7.2 Audit Rights. The Agency may audit the use of the Services at any time.");

        assertThat(clauses).singleElement().extracting(ClauseText::heading).isEqualTo("Audit Rights");
    }

    @Test
    void a_clause_without_a_heading_has_that_of_the_provision_above() {
        List<ClauseText> clauses = split(
                "7. Data processing",
                "7.1 The Contractor shall process Agency data in the government region only.",
                "7.2 Audit Rights. The Agency may audit the use of the Services at any time.",
                "7.3 The Contractor shall retain matching logs for three hundred sixty-five days.");

        assertThat(clauses)
                .extracting(ClauseText::heading)
                .containsExactly("Data processing", "Audit Rights", "Data processing");
        assertThat(clauses.get(0).titleLength()).isEqualTo("7. Data processing\n".length());
    }

    @Test
    void items_stay_with_the_sentence_they_go_on_with() {
        List<ClauseText> clauses = split(
                "3.1 The Customer shall not use the Services:",
                "(a) to identify persons in public places;",
                "(b) to rank persons; or",
                "(c) for weapons.");

        assertThat(clauses).singleElement().extracting(ClauseText::number).isEqualTo("3.1");
    }

    @Test
    void items_that_stand_for_themselves_carry_the_number_of_their_provision() {
        List<ClauseText> clauses = split(
                "3.1 The following rules apply to every use of the Services by the Customer.",
                "(a) The Customer shall not identify persons in public places with the Services.",
                "(h) The Customer shall keep a log of every match for at least one year.",
                "(i) The Customer shall let the Contractor read that log whenever it asks.",
                "(j) The Contractor shall keep what it reads there: to itself at all times.",
                "(i) A court may ask for the log, and shall then be given all of it.",
                "(ii) An auditor may ask for the log, and shall then be given all of it.");

        assertThat(clauses)
                .extracting(ClauseText::number)
                .containsExactly("3.1", "3.1(a)", "3.1(h)", "3.1(i)", "3.1(j)", "3.1(j)(i)", "3.1(j)(ii)");
    }

    @Test
    void no_clause_is_longer_than_a_hit_may_be_and_no_word_is_lost() {
        String sentence = "The Contractor shall keep the data of every person apart from that of all others. ";
        PartDraft part = part(sentence.repeat(100), "x".repeat(5_000), "\uD83D\uDE00".repeat(2_000));

        List<ClauseText> clauses = ClauseSplitter.split(List.of(part));

        assertThat(clauses)
                .allSatisfy(clause -> assertThat(clause.text()).hasSizeLessThanOrEqualTo(PartSplitter.LONGEST));
        assertThat(String.join("", clauses.stream().map(ClauseText::text).toList())
                        .replaceAll("\\s", ""))
                .isEqualTo(part.text().replaceAll("\\s", ""));
        assertThat(clauses).noneSatisfy(clause -> assertThat(clause.text()).startsWith("\uDE00"));
    }

    @Test
    void scraps_are_put_together_with_their_neighbours() {
        List<ClauseText> clauses =
                split("As agreed.", "6. The Agency may end this contract at any time and for any reason.", "(a) Now.");

        assertThat(clauses).singleElement().satisfies(clause -> {
            assertThat(clause.number()).isEqualTo("6");
            assertThat(clause.text()).startsWith("As agreed.").endsWith("(a) Now.");
        });
    }

    @Test
    void a_numbered_provision_is_a_clause_however_short() {
        List<ClauseText> clauses = split(
                "2. Term. Until the end of 2027.",
                "3. Liability. The liability of the Supplier is limited to the fees of one year.",
                "4. Governing law. That of Virginia.");

        assertThat(clauses).extracting(ClauseText::number).containsExactly("2", "3", "4");
        assertThat(clauses.get(2).heading()).isEqualTo("Governing law");
    }

    @Test
    void hostile_text_takes_time_in_proportion_to_its_length() {
        String nasty = "1.".repeat(100_000) + " " + "(".repeat(100_000) + "A. ".repeat(50_000);
        long began = System.nanoTime();

        split(IntStream.range(0, 20).mapToObj(i -> nasty).toArray(String[]::new));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void page_numbers_are_written_as_people_do() {
        assertThat(PageRanges.of(List.of(3, 5, 6, 7, 12))).isEqualTo("3, 5-7, 12");
    }

    private static List<ClauseText> split(String... paragraphs) {
        return ClauseSplitter.split(List.of(part(paragraphs)));
    }

    private static PartDraft part(String... paragraphs) {
        PartDraft part = new PartDraft("body", true, new Budget(Duration.ofMinutes(1)));
        for (String paragraph : paragraphs) {
            part.add(paragraph, null);
        }
        return part;
    }
}
