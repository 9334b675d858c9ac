package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a fact only a commitment enters the hashes. */
class SealingTests {

    /** All of a million: -Drecord.dictionary=1000000. */
    private static final int DICTIONARY = Integer.getInteger("record.dictionary", 100_000);

    private final SecureRandom random = new SecureRandom();

    @Test
    void a_commitment_is_the_hash_that_the_note_on_the_format_says() {
        byte[] nonce = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

        byte[] commitment = Commitment.of("/actor", nonce, "jane.doe".getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(commitment))
                .isEqualTo("fd81894022988b75d7b1916d481d471c1df4bb7429d359683ba29232046dbda4");
    }

    @Test
    void people_and_what_they_wrote_leave_stars() {
        SealedFact sealed = sealed(
                "dana.whitfield",
                Map.of(
                        "owner", "sofia.marin",
                        "reasons", "Because.",
                        "anything", "Words of hers, with a space",
                        "members", List.of(Map.of("person", "leo.brandt", "role", "HR_REVIEWER")),
                        "mentions", List.of("amir.haddad", "bea.novak")));

        assertThat(sealed.open().actor()).isEqualTo("*");
        assertThat(sealed.open().facts())
                .isEqualTo(Map.of(
                        "owner", "*",
                        "reasons", "*",
                        "anything", "*",
                        "members", List.of(Map.of("person", "*", "role", "HR_REVIEWER")),
                        "mentions", List.of("*", "*")));
        assertThat(sealed.persons())
                .containsOnlyKeys(
                        "/actor", "/facts/owner", "/facts/members/0/person", "/facts/mentions/0", "/facts/mentions/1");
        assertThat(sealed.texts()).containsOnlyKeys("/facts/reasons", "/facts/anything");
        assertThat(people(sealed))
                .containsEntry("/facts/owner", "sofia.marin")
                .containsEntry("/facts/reasons", "dana.whitfield")
                .containsEntry("/facts/mentions/1", "bea.novak");
    }

    @Test
    void codes_ids_hashes_days_and_times_stay_open() {
        Map<String, Object> facts = Map.of(
                "outcome", "APPROVE",
                "reviewId", "6d2f3b1e-0000-4000-8000-000000000001",
                "documentSetHash", "a".repeat(64),
                "dueOn", "2026-11-24",
                "dueAt", "2026-11-24T09:14:05.678912Z",
                "title", "Case management for an agency",
                "number", 3L,
                "blocking", true);

        assertThat(sealed("system", facts).open().facts()).isEqualTo(facts);
        assertThat(sealed("system", facts).fields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"system", "-"})
    void who_is_nobody_is_not_sealed(String actor) {
        SealedFact sealed = sealed(actor, Map.of("holder", actor));

        assertThat(sealed.open().actor()).isEqualTo(actor);
        assertThat(sealed.fields()).isEmpty();
    }

    @Test
    void names_of_facts_are_escaped_as_rfc_6901_says() {
        SealedFact sealed = sealed("-", Map.of("a/b~c", "some words"));

        assertThat(sealed.texts()).containsOnlyKeys("/facts/a~1b~0c");
    }

    @Test
    void a_place_that_would_break_a_line_of_an_export_is_refused() {
        assertThatThrownBy(() -> sealed("-", Map.of("a\nb", "some words"))).isInstanceOf(UnfitFactException.class);
    }

    @Test
    void an_entry_whose_values_are_longer_than_a_body_may_be_is_refused() {
        SealedFact sealed = sealed("-", Map.of("reasons", "x".repeat(65_535)));

        assertThatThrownBy(() -> CanonicalBody.of(sealed, 0, RecordFixtures.NOW))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("65535");
    }

    @Test
    void what_was_sealed_is_read_in_its_place() {
        Map<String, Object> facts = Map.of(
                "a/b~c",
                "some words",
                "members",
                List.of(Map.of("person", "leo.brandt"), Map.of("person", "bea.novak")));
        SealedFact sealed = sealed("dana.whitfield", facts);
        Map<String, Object> body = RecordFixtures.parsed(
                CanonicalBody.of(sealed, 0, RecordFixtures.NOW).bytes());

        OpenedBody opened = OpenedBody.of(body, "*", values(sealed));

        assertThat(opened.actor()).isEqualTo("dana.whitfield");
        assertThat(opened.facts()).isEqualTo(facts);
    }

    @Test
    void a_value_for_a_place_that_is_not_sealed_changes_nothing() {
        Map<String, Object> body = RecordFixtures.parsed(
                "{\"facts\":{\"outcome\":\"REJECT\",\"list\":[\"A\"]}}".getBytes(StandardCharsets.UTF_8));

        OpenedBody opened = OpenedBody.of(
                body,
                "ruth.castillo",
                Map.of("/facts/outcome", "APPROVE", "/facts/list/0", "B", "/facts/list/7", "C", "/facts/x/y", "D"));

        assertThat(opened.actor()).isEqualTo("ruth.castillo");
        assertThat(opened.facts()).isEqualTo(Map.of("outcome", "REJECT", "list", List.of("A")));
    }

    /** R27: the same value twice, and every value of a dictionary, under nonces that nobody knows. */
    @Test
    void a_value_is_not_found_by_trying_a_dictionary() {
        Supplier<byte[]> nonces = this::nonce;
        String secret = "word-4711";
        Set<String> commitments = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            commitments.add(commitment(secret, nonces.get()));
        }
        assertThat(commitments).as("equal values, different commitments").hasSize(2_000);

        byte[] zero = new byte[Commitment.NONCE];
        Set<String> tried = IntStream.range(0, DICTIONARY)
                .mapToObj(i -> commitment("word-" + i, zero))
                .collect(Collectors.toSet());

        assertThat(commitments).doesNotContainAnyElementsOf(tried);
    }

    private static String commitment(String value, byte[] nonce) {
        return HexFormat.of().formatHex(Commitment.of("/actor", nonce, value.getBytes(StandardCharsets.UTF_8)));
    }

    private SealedFact sealed(String actor, Map<String, Object> facts) {
        return Sealing.of(
                Fact.of(new Happened("thing", null, actor, RecordFixtures.NOW, facts))
                        .ofVersion(1),
                this::nonce);
    }

    private byte[] nonce() {
        byte[] nonce = new byte[Commitment.NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    private static Map<String, String> people(SealedFact sealed) {
        return sealed.fields().stream().collect(Collectors.toMap(SealedField::field, SealedField::person));
    }

    private static Map<String, String> values(SealedFact sealed) {
        return sealed.fields().stream()
                .collect(Collectors.toMap(
                        SealedField::field, field -> new String(field.value(), StandardCharsets.UTF_8)));
    }
}
