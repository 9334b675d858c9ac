package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contractethics.record.internal.RecordFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTests {

    @Test
    void reads_what_the_writer_writes() throws NotCanonicalException {
        Map<String, Object> facts = Map.of(
                "text",
                "line\nbreak \"quoted\" back\\slash \u0001 \u20ac \uD83D\uDE00 / <b>",
                "largest",
                (1L << 53) - 1,
                "least",
                -((1L << 53) - 1),
                "zero",
                0,
                "yes",
                true,
                "no",
                false,
                "list",
                List.of(1, List.of(), "x"),
                "map",
                Map.of("b", Map.of(), "a", 1));

        Object read = CanonicalReader.read(RecordFixtures.bodyOf(RecordFixtures.anEvent("x", facts), 3));

        assertThat(read)
                .extracting(body -> ((Map<?, ?>) body).get("facts"))
                .isEqualTo(Map.of(
                        "text",
                        "line\nbreak \"quoted\" back\\slash \u0001 \u20ac \uD83D\uDE00 / <b>",
                        "largest",
                        (1L << 53) - 1,
                        "least",
                        -((1L << 53) - 1),
                        "zero",
                        0L,
                        "yes",
                        true,
                        "no",
                        false,
                        "list",
                        List.of(1L, List.of(), "x"),
                        "map",
                        Map.of("b", Map.of(), "a", 1L)));
    }

    /** R6 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "[1,]",
                "[,1]",
                "[1 ,2]",
                "01",
                "-0",
                "+1",
                "1.0",
                "1e2",
                "9007199254740992",
                "99999999999999999999",
                "null",
                "True",
                "tru",
                "\"\\/\"",
                "\"\\u0041\"",
                "\"\\u000A\"",
                "\"\\u000a\"",
                "\"\\u001F\"",
                "\"a\nb\"",
                "\"open",
                "{\"a\"",
                "{}{}",
                "'a'",
            })
    void refuses_every_other_spelling(String json) {
        assertThatThrownBy(() -> CanonicalReader.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotCanonicalException.class);
    }

    @Test
    void refuses_bytes_that_are_not_utf8() {
        assertThatThrownBy(() -> CanonicalReader.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .isInstanceOf(NotCanonicalException.class);
    }

    @Test
    void refuses_bottomless_nesting_without_running_out_of_stack() {
        assertThatThrownBy(() -> CanonicalReader.read("[".repeat(60_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotCanonicalException.class);
    }

    /** R40 */
    @Test
    void survives_any_mutation() {
        byte[] body = RecordFixtures.bodyOf(
                RecordFixtures.anEvent("x", Map.of("a", List.of(1, "\u0001\u20ac", true), "b", Map.of("c", -5))), 3);
        Random random = new Random(7);

        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = body.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                CanonicalReader.read(mutated);
            } catch (NotCanonicalException refused) {
                assertThat(refused).hasMessageContaining("at byte");
            }
        }
    }
}
