package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.shared.FormProblem;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RecordedTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a \"quote\" and a \\ back slash",
                "one\ntwo\tthree\r\n",
                "\u0001\u001f\u007f",
                "\u96e3\u6c11\u306e\u6a29\u5229",
                "\ud83d\ude00",
                "Cafe\u0301",
                "\u0958\ufb2c",
                ""
            })
    void counts_the_bytes_that_the_record_will_take(String text) throws IOException {
        String normal = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
        byte[] canonical = new JsonCanonicalizer(new JsonMapper().writeValueAsString(List.of(normal))).getEncodedUTF8();

        assertThat(RecordedText.bytes(text)).isEqualTo(canonical.length - "[\"\"]".length());
    }

    @Test
    void takes_what_fits_and_refuses_one_byte_more() {
        assertThat(problems("\u6a29".repeat(10_000))).isEmpty();
        assertThat(problems("\u6a29".repeat(10_000) + "a"))
                .singleElement()
                .extracting(FormProblem::message)
                .asString()
                .contains("30,001");
        assertThat(problems("\u0001".repeat(5_000))).isEmpty();
        assertThat(problems("\u0001".repeat(5_001))).hasSize(1);
        assertThat(problems("a".repeat(20_000))).isEmpty();
        assertThat(problems("a".repeat(20_001))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "half \ud83d", "\ude00 half"})
    void refuses_what_neither_database_nor_record_can_hold(String text) {
        assertThat(problems("x" + text))
                .singleElement()
                .extracting(FormProblem::message)
                .asString()
                .contains("cannot be stored");
    }

    private static List<FormProblem> problems(String text) {
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        return new Problems().text(text, "reasons", "Give the reasons.").list();
    }
}
