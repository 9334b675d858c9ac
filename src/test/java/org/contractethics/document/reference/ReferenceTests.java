package org.contractethics.document.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.IncorporatedDocuments.Kind;
import org.contractethics.document.IncorporatedDocuments.Named;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {

    private static final DocumentVersionId VERSION = new DocumentVersionId(UUID.randomUUID());

    @Test
    void a_term_in_quotation_marks_that_means_something_is_defined() {
        List<Clause> clauses = clauses(
                "“Confidential Information” means all that is marked so.",
                "\"Data\" shall have the meaning set forth in Section 4.",
                "\"Log\" (or \"Matching Log\") means a list.");

        assertThat(DefinedTerms.in(clauses))
                .contains(
                        new DefinedTerm("Confidential Information", 0),
                        new DefinedTerm("Data", 1),
                        new DefinedTerm("Log", 2));
    }

    @Test
    void a_term_in_brackets_is_defined_by_what_stands_before_it() {
        List<Clause> clauses = clauses(
                "Border Agency (the \"Agency\") and Example Systems, Inc. (\"Contractor\", and together with the Agency, the"
                        + " \"Parties\") agree.");

        assertThat(DefinedTerms.in(clauses)).extracting(DefinedTerm::term).contains("Agency", "Contractor");
    }

    @Test
    void other_quotations_define_nothing() {
        List<Clause> clauses = clauses(
                "He said \"Stop\" and left.",
                "The report (see the chapter \"Results\" of it) is late.",
                "a \"lower\" means less");

        assertThat(DefinedTerms.in(clauses)).isEmpty();
    }

    @Test
    void a_section_of_definitions_needs_no_quotation_marks() {
        Clause clause = clause(0, "1.1", List.of("1 Definitions", "1.1"), "1.1 Service Data means what users type.");

        Clause quoted = clause(1, "1", List.of("1 Definitions"), "1. Definitions. “Log” means a list.");

        assertThat(DefinedTerms.in(List.of(clause, quoted)))
                .containsExactly(new DefinedTerm("Service Data", 0), new DefinedTerm("Log", 1));
    }

    @Test
    void the_uses_of_a_term_are_found_in_its_capitals_and_in_the_plural() {
        List<Clause> clauses = clauses("The Log is kept.", "All Logs are kept.", "They log in.");

        assertThat(TermUses.of(List.of("Log"), clauses)).containsEntry("Log", List.of(0, 1));
    }

    @Test
    void what_is_written_like_a_term_and_defined_nowhere_is_listed() {
        List<Clause> clauses = clauses(
                "\"Agency\" means the border agency.",
                "Each Covered Person and the Agency shall sign.",
                "No Covered Person is named, and the Border Guard comes once.");

        assertThat(UndefinedTerms.in(clauses, DefinedTerms.in(clauses)))
                .containsOnlyKeys("Covered Person")
                .containsEntry("Covered Person", List.of(1, 2));
    }

    @Test
    void references_lead_to_their_clauses_in_whatever_form() {
        List<Clause> clauses = List.of(
                clause(0, "ARTICLE IV", List.of("ARTICLE IV TERM"), "ARTICLE IV TERM"),
                clause(1, "7.2", List.of("7 Data", "7.2 Audit"), "7.2 Audit."),
                clause(2, "7.2(a)", List.of("7 Data", "7.2 Audit", "(a)"), "(a) Logs."),
                clause(
                        3,
                        "9",
                        List.of("9"),
                        "9 See Sections 7.2(a) and 7.2, Article 4, Section 7 and Section 7.2(b)."));

        assertThat(CrossReferences.in(clauses))
                .extracting(CrossReference::words, CrossReference::target)
                .containsExactly(
                        tuple("Sections 7.2(a)", 2),
                        tuple("7.2", 1),
                        tuple("Article 4", 0),
                        tuple("Section 7", 1),
                        tuple("Section 7.2(b)", 1));
    }

    @Test
    void a_clause_inside_an_annex_means_the_numbers_of_that_annex() {
        List<Clause> clauses = List.of(
                clause(0, "1", List.of("1 Services"), "1 Services."),
                clause(1, "1", List.of("EXHIBIT A PRICES", "1 Fees"), "1 Fees."),
                clause(2, "2", List.of("EXHIBIT A PRICES", "2 Taxes"), "2 Taxes as in Section 1."));

        assertThat(CrossReferences.in(clauses))
                .singleElement()
                .extracting(CrossReference::target)
                .isEqualTo(1);
    }

    @Test
    void sections_of_laws_and_numbers_nobody_has_lead_nowhere() {
        List<Clause> clauses = clauses(
                "As in Section 230 of the Communications Decency Act and Section 365(n) of Title 11 of the U.S. Code.",
                "See Section 99.9 hereof.");

        assertThat(CrossReferences.in(clauses))
                .singleElement()
                .satisfies(reference -> assertThat(reference.target()).isNull())
                .extracting(CrossReference::words)
                .isEqualTo("Section 99.9");
    }

    @Test
    void documents_are_listed_by_title_address_annex_and_number() {
        List<Clause> clauses = clauses(
                "Use is subject to the Acceptable Use Policy available at https://example.com/aup.",
                "The Data Processing Addendum is incorporated by reference. Prices stand in Exhibit B.",
                "FAR 52.222-50 Combating Trafficking in Persons (Nov 2021) and DFARS 252.204-7012 apply.");

        assertThat(Incorporations.in(clauses))
                .extracting(Incorporated::kind, Incorporated::title)
                .containsExactlyInAnyOrder(
                        tuple(Kind.URL, "Acceptable Use Policy"),
                        tuple(Kind.TITLE, "Data Processing Addendum"),
                        tuple(Kind.ANNEX, "Exhibit B"),
                        tuple(Kind.ACQUISITION_CLAUSE, "52.222-50 Combating Trafficking in Persons"),
                        tuple(Kind.ACQUISITION_CLAUSE, "252.204-7012"));
    }

    @Test
    void an_annex_inside_the_text_is_not_outside_of_it() {
        List<Clause> clauses = List.of(
                clause(0, "1", List.of("1 Prices"), "1 Prices stand in Exhibit B."),
                clause(1, "EXHIBIT B", List.of("EXHIBIT B PRICES"), "EXHIBIT B PRICES"));

        assertThat(Incorporations.in(clauses)).isEmpty();
    }

    @Test
    void what_was_struck_out_defines_and_names_nothing() {
        Clause deleted = new Clause(
                VERSION,
                0,
                "tracked deletions",
                "",
                "",
                "\"Old\" means gone. See Section 9 and https://example.com/x.",
                null,
                0,
                9);

        assertThat(DefinedTerms.in(List.of(deleted))).isEmpty();
        assertThat(CrossReferences.in(List.of(deleted))).isEmpty();
        assertThat(Incorporations.in(List.of(deleted))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "(\"", "Section ", "Sections 1, ", "52.", "https://", "The ", "52.222-", "A of ", "“A ”"})
    void adversarial_text_takes_time_in_proportion_to_its_length(String piece) {
        String text = piece.repeat(1_500 / piece.length());
        List<Clause> clauses = clauses(Collections.nCopies(400, text).toArray(String[]::new));
        long began = processorTime();

        List<DefinedTerm> terms = DefinedTerms.in(clauses);
        CrossReferences.in(clauses);
        Incorporations.in(clauses);
        UndefinedTerms.in(clauses, terms);

        assertThat(Duration.ofNanos(processorTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject to the Acceptable Use %s Policy, ",
                "the Privacy %s Policy at https://example.com/%s, ",
                "Exhibit %s applies, ",
                "Section 1 and Section 1 of %s, "
            })
    void many_different_names_take_time_in_proportion_to_their_number(String piece) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 5; j++) {
                text.append(piece.replace("%s", "X" + letters(i * 5 + j)));
            }
            clauses.add(clause(i, "1", List.of("1 Part " + i), text.toString()));
        }
        long began = processorTime();

        List<Incorporated> found = Incorporations.in(clauses);

        assertThat(Duration.ofNanos(processorTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(found).hasSizeLessThanOrEqualTo(IncorporatedDocuments.MOST);
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    @Test
    void a_list_that_was_cut_says_so() {
        List<Named> all = Collections.nCopies(
                IncorporatedDocuments.MOST, new Named(Kind.TITLE, "title:x", "X", null, List.of(), null, false));

        assertThat(IncorporatedDocuments.cut(all))
                .hasValueSatisfying(reason -> assertThat(reason).contains("2,000"));
        assertThat(IncorporatedDocuments.cut(all.subList(1, all.size()))).isEmpty();
    }

    @Test
    void a_document_named_over_and_over_is_listed_once_with_each_clause() {
        List<Clause> clauses = clauses(Collections.nCopies(20_000, "The policy at https://example.com/aup applies.")
                .toArray(String[]::new));

        assertThat(Incorporations.in(clauses)).singleElement().satisfies(one -> assertThat(one.clauses())
                .hasSize(20_000));
    }

    /** What this thread worked: other work on a busy machine says nothing about the text. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Clause clause(int ordinal, String number, List<String> path, String text) {
        return new Clause(VERSION, ordinal, "body", number, "", path, null, text, null, 0, text.length());
    }

    private static List<Clause> clauses(String... texts) {
        List<Clause> clauses = new ArrayList<>();
        for (String text : texts) {
            clauses.add(clause(clauses.size(), "", List.of(), text));
        }
        return clauses;
    }
}
