package org.contractethics.review.internal.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void a_longer_text_is_cut_between_two_characters_never_in_the_middle_of_one() {
        String family = "ab\uD83D\uDC6Acd";

        assertThat(Texts.upTo(family, 3)).isEqualTo("ab…");
        assertThat(Texts.upTo(family, 4)).isEqualTo("ab\uD83D\uDC6A…");
        assertThat(Texts.upTo(family, 6)).isEqualTo(family);
    }
}
