package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBodyTests {

    /** R6: JCS 6/6 */
    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void canonical_form_equals_the_public_vectors(String name) throws IOException {
        byte[] canonical = CanonicalBody.canonical(text("input/" + name + ".json"));

        String hex = text("outhex/" + name + ".txt").replaceAll("\\s", "");
        assertThat(HexFormat.of().formatHex(canonical)).isEqualTo(hex);
    }

    @Test
    void body_is_sorted_dense_and_complete() {
        Happened event = new Happened(
                "decision-recorded",
                ContractId.valueOf("6d2f3b1e-0000-4000-8000-000000000001"),
                "ruth.castillo",
                Instant.parse("2026-11-24T09:14:05.678912Z"),
                Map.of("outcome", "APPROVE", "conditions", 2));

        String body = new String(RecordFixtures.bodyOf(event, 12), StandardCharsets.UTF_8);

        assertThat(body)
                .isEqualTo(
                        "{\"actor\":\"ruth.castillo\",\"contract\":\"6d2f3b1e-0000-4000-8000-000000000001\","
                                + "\"facts\":{\"conditions\":2,\"outcome\":\"APPROVE\"},\"kind\":\"decision-recorded\","
                                + "\"occurredAt\":\"2026-11-24T09:14:05.678Z\",\"persons\":{},"
                                + "\"recordedAt\":\"2026-11-24T09:14:05.678Z\",\"schema\":4,\"seq\":12,\"texts\":{},\"version\":1}");
    }

    @Test
    void a_fact_whose_actor_must_not_be_known_is_told_to_the_day() {
        Happened filed = new Happened(
                "concern-filed", null, "-", Instant.parse("2026-11-23T23:59:59Z"), Map.of("mode", "CONFIDENTIAL"));

        String body = new String(RecordFixtures.bodyOf(filed, 0), StandardCharsets.UTF_8);

        assertThat(body)
                .contains("\"occurredAt\":\"2026-11-23T00:00:00.000Z\"")
                .contains("\"recordedAt\":\"2026-11-24T00:00:00.000Z\"");
    }

    /** R6 */
    @Test
    void a_body_longer_than_a_two_byte_counter_is_refused() {
        Happened event = RecordFixtures.anEvent("decision-recorded", Map.of("reasons", "x".repeat(65_535)));

        assertThatThrownBy(() -> RecordFixtures.bodyOf(event, 0))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Decision", "decision_recorded", "decision--recorded", "-x", "x-", "décision"})
    void a_kind_that_is_no_kebab_case_is_refused(String kind) {
        assertThatThrownBy(() -> Fact.of(RecordFixtures.anEvent(kind, Map.of())))
                .isInstanceOf(UnfitFactException.class);
    }

    @Test
    void different_facts_have_different_leaves() {
        UUID id = UUID.randomUUID();

        assertThat(RecordFixtures.leafOf(RecordFixtures.anEvent("x", Map.of("id", id.toString(), "n", 1)), 0))
                .isNotEqualTo(
                        RecordFixtures.leafOf(RecordFixtures.anEvent("x", Map.of("id", id.toString(), "n", "1")), 0));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = CanonicalBodyTests.class.getResourceAsStream("/record/jcs/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
