package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values beside the record: right, changed, gone, and gone lawfully. */
class SealedValuesTests {

    private static final byte[] NONCE = "thirty-two bytes of a test nonce".getBytes(StandardCharsets.US_ASCII);

    private final List<SealedValue> values = new ArrayList<>(List.of(
            value(0, "/actor", "jane.doe", "jane.doe"),
            value(0, "/facts/reasons", "jane.doe", "Because."),
            value(1, "/actor", "erin.walsh", "erin.walsh")));
    private final List<Map<?, ?>> bodies = new ArrayList<>(List.of(
            body(Map.of("/actor", "jane.doe"), Map.of("/facts/reasons", "Because.")),
            body(Map.of("/actor", "erin.walsh"), Map.of())));

    @Test
    void values_that_were_recorded_are_right() {
        assertThat(problem()).isEqualTo("intact, 0 erased");
    }

    @Test
    void a_changed_value_is_found() {
        values.set(1, value(0, "/facts/reasons", "jane.doe", "Because not."));

        assertThat(problem()).isEqualTo("0: the value of /facts/reasons is not the one that was recorded.");
    }

    @Test
    void a_value_said_to_be_of_somebody_else_is_found() {
        values.set(1, value(0, "/facts/reasons", "erin.walsh", "Because."));
        assertThat(problem()).contains("0: the value of /facts/reasons is said to be of another person.");

        values.set(1, value(0, "/facts/reasons", "jane.doe", "Because."));
        values.set(2, value(1, "/actor", "jane.doe", "erin.walsh"));
        assertThat(problem()).contains("1: the value of /actor is said to be of another person.");
    }

    @Test
    void a_value_too_many_is_found() {
        values.add(1, value(0, "/facts/more", "jane.doe", "x"));
        assertThat(problem()).contains("0: there is a value for /facts/more");

        values.remove(1);
        values.add(value(9, "/actor", "x", "x"));
        assertThat(problem()).contains("There is a value of entry 9");
    }

    @Test
    void a_second_value_for_the_same_field_is_found() {
        values.add(1, value(0, "/facts/reasons", "jane.doe", "Because not."));

        assertThat(problem()).isEqualTo("0: there are two values for /facts/reasons.");
    }

    @Test
    void a_value_under_the_number_of_an_earlier_entry_is_found() {
        bodies.add(body(Map.of("/actor", "sofia.marin"), Map.of()));
        values.add(value(0, "/actor", "sofia.marin", "sofia.marin"));

        assertThat(problem()).contains("2: a value in front of its own is said to be of entry 0.");
    }

    @Test
    void a_removed_value_is_found_unless_an_entry_says_that_it_was_erased() {
        values.remove(1);
        values.remove(0);

        assertThat(problem()).contains("Entry 0: the value of /actor was removed, and no entry says");
        bodies.add(erased("0/actor"));
        assertThat(problem()).contains("Entry 0: the value of /facts/reasons was removed");
        bodies.add(erased("0/facts/reasons"));
        assertThat(problem()).isEqualTo("intact, 2 erased");
    }

    @Test
    void a_value_that_is_back_after_its_erasure_is_found() {
        bodies.add(erased("0/actor"));

        assertThat(problem()).contains("2: it says that /actor of entry 0 was erased, but it is there");
    }

    @Test
    void nothing_is_erased_twice() {
        values.remove(2);
        bodies.add(erased("1/actor"));
        bodies.add(erased("1/actor"));

        assertThat(problem()).startsWith("3: it says that /actor of entry 1 was erased");
    }

    @ParameterizedTest
    @CsvSource({
        "2/actor, it erases what comes after it",
        "x/actor, it names no field",
        "/actor, it names no field",
        "0, it names no field",
        "99999999999999999999/actor, it names no field",
        "0/facts/other, was erased",
    })
    void an_entry_that_erases_what_it_cannot_is_found(String place, String says) {
        bodies.add(erased(place));

        assertThat(problem()).startsWith("2: ").contains(says);
    }

    @Test
    void what_was_erased_of_a_withheld_entry_is_not_asked_for() {
        SealedValues check = new SealedValues(values.subList(2, 3).iterator());
        check.withheld(0);

        assertThat(problemOf(check, 1, bodies.get(1))).isNull();
        assertThat(problemOf(check, 2, erased("0/actor"))).isNull();
        assertThat(check.endProblem()).isNull();
    }

    @Test
    void entries_of_the_first_version_commit_to_nothing_and_are_read_as_before() throws Exception {
        byte[] old = ("{\"actor\":\"ruth.castillo\",\"facts\":{\"reasons\":\"Because.\"},\"kind\":\"thing\","
                        + "\"occurredAt\":\"2026-11-24T09:14:05.678Z\",\"recordedAt\":\"2026-11-24T09:14:05.678Z\","
                        + "\"schema\":1,\"seq\":0}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(EntryBody.problem(0, CanonicalReader.read(old), Catalogue.ofProgram()))
                .isNull();
        assertThat(Commitments.of((Map<?, ?>) CanonicalReader.read(old))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"facts\":{},\"schema\":2 | does not say what it commits to",
                "\"facts\":{},\"persons\":{},\"schema\":1,\"texts\":{} | unknown field",
                "\"facts\":{},\"persons\":{\"/facts/x\":\"00\"},\"schema\":2,\"texts\":{} | is no hash",
                "\"facts\":{},\"persons\":{\"/facts/x\":\"HASH\"},\"schema\":2,\"texts\":{} | no star at /facts/x",
                "\"facts\":{},\"schema\":3 | does not say what it commits to",
                "\"facts\":{},\"schema\":4 | does not say what it commits to",
                "\"facts\":{},\"schema\":5 | schema 1, 2, 3 or 4",
            })
    void a_body_that_commits_to_nothing_that_is_there_is_found(String fields, String says) {
        byte[] body = ("{" + fields.replace("HASH", "a".repeat(64)) + "}").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new String(body, StandardCharsets.UTF_8)
                .replaceFirst("\"schema\":(\\d)", "\"schema\":$1,\"seq\":0")
                .getBytes(StandardCharsets.UTF_8);

        String problem = EntryBody.problem(
                0, whole, new EntryRules(), new SealedValues(values.iterator()), ExportedCatalogue.ofProgram());

        assertThat(problem).contains(says);
    }

    private String problem() {
        SealedValues check = new SealedValues(values.iterator());
        for (int n = 0; n < bodies.size(); n++) {
            String problem = problemOf(check, n, bodies.get(n));
            if (problem != null) {
                return n + ": " + problem;
            }
        }
        Finding end = check.endProblem();
        return end == null ? "intact, " + check.erased() + " erased" : end.message();
    }

    private static @Nullable String problemOf(SealedValues check, long index, Map<?, ?> body) {
        return check.problem(index, body, check.take(index).with(body));
    }

    private static Map<?, ?> body(Map<String, String> persons, Map<String, String> texts) {
        return Map.of("kind", "thing", "actor", "*", "persons", hashes(persons), "texts", hashes(texts));
    }

    private static Map<?, ?> erased(String place) {
        return Map.of("kind", "erased", "facts", Map.of("fields", List.of(place)));
    }

    private static Map<String, String> hashes(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> hash(e.getKey(), e.getValue())));
    }

    private static String hash(String field, String value) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(("contract-ethics record field v1\0" + field + "\0").getBytes(StandardCharsets.UTF_8));
            sha.update(NONCE);
            return HexFormat.of().formatHex(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SealedValue value(long index, String field, String person, String value) {
        return new SealedValue(index, field, person, NONCE, value.getBytes(StandardCharsets.UTF_8));
    }
}
