package org.contractethics.concern.internal.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnWordsTests {

    private static final String ANSWER =
            "Well, me and the night crew of hall four, we seen them lists on the third of May, "
                    + "right when the audit folks was leaving. Twelve names, no less.";

    @Test
    void the_answer_itself_is_not_said_in_own_words_however_it_is_written() {
        assertThat(OwnWords.in(ANSWER, ANSWER)).isFalse();
        assertThat(OwnWords.in(ANSWER.toUpperCase(java.util.Locale.ROOT).replace(" ", " -- "), ANSWER))
                .isFalse();
        assertThat(OwnWords.in(ANSWER.replace("e", "e\u0301").replace("w", "\uff57"), ANSWER))
                .isFalse();
        assertThat(OwnWords.in("Yes!", "yes")).isFalse();
        assertThat(OwnWords.words("  Jos\u00e9 K\u00cdM\u2019s")).isEqualTo("jose kim s");
    }

    @Test
    void nor_is_it_without_its_first_and_last_words_or_with_some_put_between() {
        assertThat(OwnWords.in(ANSWER.substring(6, ANSWER.length() - 20), ANSWER))
                .isFalse();
        assertThat(OwnWords.in("The filer says: " + ANSWER.substring(20, 95) + ", and more.", ANSWER))
                .isFalse();
    }

    @Test
    void what_somebody_else_says_of_it_is() {
        assertThat(OwnWords.in("Lists with twelve names were seen on 3 May, at the end of the audit.", ANSWER))
                .isTrue();
        assertThat(OwnWords.in("Yes, the filer confirms it.", "Yes")).isTrue();
    }

    @Test
    void two_texts_of_the_greatest_length_are_compared_at_once() {
        String long1 = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String long2 = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
        long began = System.nanoTime();

        assertThat(OwnWords.in(long1, long2)).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
}
