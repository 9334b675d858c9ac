package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordsTests {

    private final Words words = new Words();

    private enum State {
        IN_REVIEW;

        @SuppressWarnings({"unused", "EffectivelyPrivate"}) // read by reflection, as of the enums of the modules
        public String label() {
            return "In review";
        }
    }

    @Test
    void times_carry_their_zone() {
        assertThat(words.time(Instant.parse("2026-11-24T09:14:59Z"))).isEqualTo("24 Nov 2026, 09:14 UTC");
        assertThat(words.time(LocalDate.of(2026, 11, 4))).isEqualTo("4 Nov 2026");
        assertThat(words.time(null)).isEqualTo("–");
    }

    @Test
    void states_show_their_label_and_colour() {
        assertThat(words.state(State.IN_REVIEW)).isEqualTo("In review");
        assertThat(words.stateColour(State.IN_REVIEW)).isEqualTo("tag-blue");
        assertThat(words.state("something else")).isEqualTo("something else");
    }

    @Test
    void tiers_are_words_not_colours_alone() {
        assertThat(words.tier("T3")).isEqualTo("T3 · panel");
        assertThat(words.tier(null)).isEqualTo("Not triaged");
    }

    @Test
    void names_of_fields_become_words() {
        assertThat(words.fieldName("plannedSignature")).isEqualTo("Planned signature");
        assertThat(words.fieldName("rights[2].severity")).isEqualTo("Rights 2 severity");
    }
}
