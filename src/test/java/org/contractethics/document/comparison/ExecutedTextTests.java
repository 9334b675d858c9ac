package org.contractethics.document.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contractethics.document.comparison.ExecutedText.Held;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.extraction.Reading.PartText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an executed copy may hold beside the texts that were approved: what signing fills in, and nothing that is agreed. */
class ExecutedTextTests {

    private static final String AGREEMENT =
            """
            1. Data processing. The Contractor shall process Agency data in the government region only.
            2. Term. This agreement begins on ________ and ends after two years.
            3. Audit. The Agency may audit the “service” once a year.
            For the Agency: ________ Date: ________
            """;

    private static final String ANNEX = "Annex A. Prices are 40 dollars for each user.";

    @Test
    void the_same_words_in_other_lines_with_other_hyphens_and_quotation_marks_are_the_same() {
        String printed =
                """
                1. Data pro-
                cessing. The Contractor shall process Agency data in
                the government region only. 2. Term. This agree\u00ADment begins on ________ and ends after two years.
                3. Audit. The Agency may audit the "service" once a year.
                Page 1 of 2
                For the Agency: ________ Date: ________""";

        assertThat(held(printed, AGREEMENT)).hasValue(new Held(List.of(0), List.of()));
    }

    @Test
    void blanks_may_be_filled_in_with_names_and_dates() {
        String signed = AGREEMENT
                .replaceFirst("________", "1 March 2027")
                .replaceFirst("________", "Jane Doe, Director")
                .replaceFirst("________", "2 March 2027");

        assertThat(held(signed, AGREEMENT)).hasValueSatisfying(held -> assertThat(held.additions())
                .containsExactly(
                        "This agreement begins on \u2026 1 March 2027",
                        "For the Agency : \u2026 Jane Doe , Director",
                        "2 March 2027"));
    }

    @Test
    void a_signature_block_may_stand_behind_the_last_clause() {
        String signed = ANNEX + "\nSigned for the Contractor: Sofia Marin, Head of Sales, 3 March 2027";

        assertThat(held(signed, ANNEX)).hasValueSatisfying(held -> assertThat(held.additions())
                .containsExactly("Signed for the Contractor : Sofia Marin , Head of Sales , 3 March 2027"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe, 12 May 2027",
                "Jane Doe, May 12, 2027, Contract No. 7",
                "Jane Doe, Chief, Contracting Section",
                "Signed in the presence of Sofia Marin"
            })
    void names_offices_and_days_agree_on_nothing(String signature) {
        assertThat(held(ANNEX + "\n" + signature, ANNEX)).isPresent();
        assertThat(held(AGREEMENT.replaceFirst("________", signature), AGREEMENT))
                .isPresent();
    }

    @Test
    void behind_the_last_clause_there_is_room_for_eighty_words() {
        assertThat(held(ANNEX + " X".repeat(80), ANNEX)).isPresent();
        assertThat(held(ANNEX + " X".repeat(81), ANNEX)).isEmpty();
    }

    @Test
    void figures_at_the_edge_of_pages_are_compared_and_page_numbers_are_not() {
        List<PartText> approved = List.of(body(ANNEX), new PartText("footer", "Cap EUR 1,000, page 1 of 2"));

        assertThat(ExecutedText.of(
                        List.of(body(ANNEX), new PartText("footer", "Cap EUR 1,000, page 2 of 3")), List.of(approved)))
                .hasValue(new Held(List.of(0), List.of()));
        assertThat(ExecutedText.of(
                        List.of(body(ANNEX), new PartText("footer", "Cap EUR 9,000,000, page 1 of 2")),
                        List.of(approved)))
                .hasValueSatisfying(held -> assertThat(held.additions()).containsExactly("Cap EUR 9,000,000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Agency may use it to identify persons at large.",
                "Clause 1 is deleted.",
                "The Agency is entitled to all records.",
                "The Supplier grants access to records.",
                "Die Agentur darf damit alle erfassten personen ohne weiteres suchen.",
                "Notwithstanding the above, data leave the region."
            })
    void nothing_is_agreed_behind_the_last_clause(String added) {
        assertThat(held(ANNEX + "\n" + added, ANNEX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the day on which the Agency may first share data with others",
                "1 March and clause 1 does not apply",
                "one two three four five six seven eight nine ten eleven twelve thirteen"
            })
    void nothing_is_agreed_in_a_blank(String filled) {
        assertThat(held(AGREEMENT.replaceFirst("________", filled), AGREEMENT)).isEmpty();
    }

    @Test
    void a_changed_word_a_changed_number_a_missing_and_an_added_clause_are_found() {
        assertThat(held(AGREEMENT.replace("government region", "any region"), AGREEMENT))
                .isEmpty();
        assertThat(held(AGREEMENT.replace("two years", "ten years"), AGREEMENT)).isEmpty();
        assertThat(held(ANNEX.replace("40", "4"), ANNEX)).isEmpty();
        assertThat(held(AGREEMENT.replaceFirst("3\\..*\n", ""), AGREEMENT)).isEmpty();
        assertThat(held(AGREEMENT.replace("3. Audit", "2a. Sharing. Data go to others.\n3. Audit"), AGREEMENT))
                .isEmpty();
        assertThat(held("4. Cover. Read this first.\n" + AGREEMENT, AGREEMENT)).isEmpty();
    }

    @Test
    void one_copy_may_hold_several_texts_in_any_order_each_signed_at_its_end() {
        Optional<Held> held = held(ANNEX + "\nJane Doe, 3 March 2027\n" + AGREEMENT, AGREEMENT, ANNEX);

        assertThat(held).hasValueSatisfying(found -> {
            assertThat(found.texts()).containsExactly(1, 0);
            assertThat(found.additions()).containsExactly("Jane Doe , 3 March 2027");
        });
    }

    @Test
    void a_short_text_approved_is_not_taken_for_a_signature() {
        assertThat(held(AGREEMENT + ANNEX, AGREEMENT, ANNEX))
                .hasValueSatisfying(held -> assertThat(held.texts()).containsExactly(0, 1));
    }

    @Test
    void a_copy_that_holds_only_one_of_them_says_so_and_a_text_without_words_is_in_none() {
        assertThat(held(ANNEX, AGREEMENT, ANNEX)).hasValue(new Held(List.of(1), List.of()));
        assertThat(held(ANNEX, "")).isEmpty();
        assertThat(held("", ANNEX)).isEmpty();
    }

    @Test
    void the_edge_of_pages_may_change_where_nothing_is_agreed_there() {
        List<PartText> copy = List.of(body(ANNEX), new PartText("footer", "Envelope 12, page 3"));
        List<PartText> agreeing = List.of(body(ANNEX), new PartText("footer", "Clause 1 does not apply"));

        assertThat(ExecutedText.of(copy, List.of(List.of(body(ANNEX)))))
                .hasValueSatisfying(held -> assertThat(held.additions()).containsExactly("Envelope 12"));
        assertThat(ExecutedText.of(agreeing, List.of(List.of(body(ANNEX))))).isEmpty();
        assertThat(ExecutedText.of(List.of(body(ANNEX)), List.of(agreeing))).isEmpty();
    }

    @Test
    void what_is_struck_out_or_a_remark_does_not_count() {
        List<PartText> copy = List.of(
                body(ANNEX),
                new PartText(Parts.DELETIONS, "Old words"),
                new PartText(Parts.COMMENTS, "Is this right?"));

        assertThat(ExecutedText.of(copy, List.of(List.of(body(ANNEX))))).isPresent();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_copy_that_is_made_to_be_slow_is_none() {
        String[] same = new String[12];
        Arrays.fill(same, "x");

        assertThat(held("x ".repeat(700) + "shall", same)).isEmpty();
    }

    private static Optional<Held> held(String copy, String... approved) {
        return ExecutedText.of(
                List.of(body(copy)),
                Arrays.stream(approved).map(text -> List.of(body(text))).toList());
    }

    private static PartText body(String text) {
        return new PartText("body", text);
    }
}
