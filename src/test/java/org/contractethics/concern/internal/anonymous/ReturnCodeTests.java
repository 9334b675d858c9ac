package org.contractethics.concern.internal.anonymous;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCodeTests {

    /** 31 degrees of freedom, p = 0.001. */
    private static final double CHI_SQUARE = 61.1;

    private static final int CODES = 1_000;

    private final Random random = new Random(20_261_126);

    /** S9 */
    @Test
    void a_thousand_codes_are_distinct_and_every_character_is_as_likely_as_every_other() {
        int[][] counts = new int[ReturnCode.LENGTH][ReturnCode.ALPHABET.length()];
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < CODES; i++) {
            String code = ReturnCode.random(random).characters();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{20}[0-9A-HJKMNP-TV-Z*~$=U]");
            codes.add(code);
            for (int position = 0; position < ReturnCode.LENGTH; position++) {
                counts[position][ReturnCode.ALPHABET.indexOf(code.charAt(position))]++;
            }
        }

        assertThat(codes).hasSize(CODES);
        for (int[] position : counts) {
            assertThat(chiSquare(position)).isLessThan(CHI_SQUARE);
        }
    }

    /** S10 */
    @Test
    void a_code_is_read_however_people_type_it() {
        for (int i = 0; i < 50; i++) {
            String code = ReturnCode.random(random).grouped();
            String typed = " "
                    + code.toLowerCase(Locale.ROOT)
                            .replace("-", " - ")
                            .replace('0', 'o')
                            .replace('1', 'l') + "\u00a0";

            assertThat(ReturnCode.parse(typed).map(ReturnCode::grouped)).hasValue(code);
            assertThat(ReturnCode.parse(code.replace('1', 'I')).map(ReturnCode::grouped))
                    .hasValue(code);
        }
    }

    @Test
    void one_wrong_character_and_two_that_changed_places_are_noticed() {
        String code = ReturnCode.random(random).characters();
        for (int i = 0; i < ReturnCode.LENGTH; i++) {
            for (char other : ReturnCode.ALPHABET.toCharArray()) {
                String wrong = code.substring(0, i) + other + code.substring(i + 1);
                assertThat(ReturnCode.parse(wrong).isPresent()).isEqualTo(wrong.equals(code));
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                String swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertThat(ReturnCode.parse(swapped)).isEmpty();
            }
        }
    }

    /** Bad input 5 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000",
                "00000000000000000000",
                "0000000000000000000000",
                "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠0",
                "００００００００００００００００００００0",
                "' or 1=1 --",
                "{\"code\":\"0\"}",
                "000000000000000000001"
            })
    void what_is_no_code_is_none(String typed) {
        assertThat(ReturnCode.parse(typed)).isEmpty();
    }

    @Test
    void ten_kilobytes_are_not_looked_at() {
        assertThat(ReturnCode.parse("0".repeat(10_000))).isEqualTo(Optional.empty());
    }

    @Test
    void the_check_character_is_that_of_the_scheme() {
        // 32^20 - 1 modulo 37 is 11; every position the highest digit
        assertThat(ReturnCode.parse("Z".repeat(20) + "B")).isPresent();
        assertThat(ReturnCode.parse("0".repeat(20) + "0")).isPresent();
    }

    @Test
    void a_code_says_nothing_of_itself_in_a_log_line() {
        ReturnCode code = ReturnCode.random(random);

        assertThat("" + code).isEqualTo("ReturnCode").doesNotContain(code.characters());
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) CODES / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
