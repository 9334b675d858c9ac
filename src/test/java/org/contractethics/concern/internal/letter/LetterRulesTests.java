package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.junit.jupiter.api.Test;

/** What can be opened, how thresholds are reckoned and what people are told. */
class LetterRulesTests {

    private static final Wording WORDING = new Wording("End it.", "End the contract.\nPublish a policy.");

    @Test
    void a_whole_letter_has_no_problems() {
        assertThat(letter("NAMED", "", WORDING).problems()).isEmpty();
        assertThat(letter("REVEALED_AT", "5", WORDING).problems()).isEmpty();
    }

    @Test
    void a_number_is_refused_where_no_names_are_shown_from_a_number_on() {
        assertThat(letter("NAMED", "50", WORDING).problems())
                .extracting(FormProblem::field)
                .containsExactly("revealAt");
    }

    @Test
    void names_are_never_shown_below_five() {
        assertThat(letter("REVEALED_AT", "4", WORDING).problems())
                .extracting(FormProblem::field)
                .containsExactly("revealAt");
        assertThat(letter("REVEALED_AT", "many", WORDING).problems()).hasSize(1);
    }

    @Test
    void a_mode_that_is_none_and_text_that_cannot_be_seen_are_refused() {
        assertThat(letter("SECRET", "", new Wording("\u200b \u2060", "\u200d")).problems())
                .extracting(FormProblem::field)
                .containsExactly("text", "demands", "signing");
    }

    @Test
    void marks_that_turn_text_around_are_left_out_and_joiners_stay() {
        assertThat(new Wording("a\u202eb\u0000c", "نمی\u200cخواهیم")).isEqualTo(new Wording("abc", "نمی\u200cخواهیم"));
    }

    @Test
    void demands_are_named_once_each() {
        assertThat(new Wording("t", "One\r\n\r\n Two \nOne").demandsNamed()).containsExactly("One", "Two");
        assertThat(new Wording("t", "x\n".repeat(3) + "y".repeat(501)).problems())
                .hasSize(1);
    }

    @Test
    void of_number_and_share_the_smaller_counts_but_never_fewer_than_five() {
        Threshold both = new Threshold(25, new BigDecimal("1"));

        assertThat(both.with(OptionalInt.of(12_000))).hasValue(12);
        assertThat(both.with(OptionalInt.of(120_000))).hasValue(25);
        assertThat(both.with(OptionalInt.of(100))).hasValue(5);
        assertThat(both.with(OptionalInt.empty())).hasValue(25);
        assertThat(new Threshold(null, new BigDecimal("2.5")).with(OptionalInt.of(1_001)))
                .hasValue(5);
        assertThat(new Threshold(null, new BigDecimal("2.5")).with(OptionalInt.empty()))
                .isEmpty();
        assertThat(both.inWords()).isEqualTo("25 signatories or 1 in 1,000 of the headcount, whichever is less");
    }

    @Test
    void a_threshold_below_five_stops_the_start() {
        assertThatThrownBy(() -> new LetterSettings(4, 100, 100, 100))
                .hasMessageContaining("contract-ethics.letters.hearing");
    }

    @Test
    void a_signature_is_held_before_it_and_a_review_reopened_after_it() {
        assertThat(Consequence.HOLD.concerns(ContractPhase.BEFORE_SIGNATURE)).isTrue();
        assertThat(Consequence.HOLD.concerns(ContractPhase.RUNNING)).isFalse();
        assertThat(Consequence.REOPENING.concerns(ContractPhase.RUNNING)).isTrue();
        assertThat(Consequence.REOPENING.concerns(null)).isFalse();
        assertThat(Consequence.HEARING.concerns(ContractPhase.ENDED)).isFalse();
        assertThat(Consequence.BOARD.concerns(ContractPhase.ENDED)).isTrue();
    }

    @Test
    void a_small_number_is_not_told() {
        assertThat(CountingSignatures.inWords(0)).isEqualTo("Fewer than 5 people");
        assertThat(CountingSignatures.inWords(1_400)).isEqualTo("At least 1,400 people");
    }

    private static OpenLetter letter(String signing, String revealAt, Wording wording) {
        return new OpenLetter(
                new ConcernId(UUID.randomUUID()), Set.of(), "END_USE", "End it", wording, signing, revealAt);
    }
}
