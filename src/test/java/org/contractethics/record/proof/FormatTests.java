package org.contractethics.record.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Signed notes, checkpoints and receipts against the cases that other programs are tested with, and against mutations. */
class FormatTests {

    /** The whole campaign: -Dproof.mutations=1000000. */
    private static final int MUTATIONS = Integer.getInteger("proof.mutations", 3_000);

    private final JsonNode golden = Vectors.read("golden/golden");

    static Stream<Arguments> notes() {
        return cases("c2sp/signed_note", 18);
    }

    static Stream<Arguments> checkpointBodies() {
        return cases("c2sp/checkpoint_body", 1);
    }

    static Stream<Arguments> receiptFiles() {
        return cases("c2sp/tlog_proof_syntax", 1);
    }

    private static Stream<Arguments> cases(String file, int least) {
        List<JsonNode> cases = Vectors.list(Vectors.read(file).get("vectors"));
        assertThat(cases).hasSizeGreaterThanOrEqualTo(least);
        return cases.stream().map(one -> Arguments.of(one.get("desc").asString(), one));
    }

    /** R4: 18 cases; 16 signatures accepted, 101 refused, an unknown key ignored, a bad signature of a known key fatal. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("notes")
    void signed_notes_as_18_public_cases_demand(String name, JsonNode one) throws NotProvenException {
        byte[] note = one.has("noteB64")
                ? Vectors.base64(one.get("noteB64"))
                : one.get("note").asString().getBytes(StandardCharsets.UTF_8);
        List<VerifierKey> known = Vectors.list(one.get("trustedVkeys")).stream()
                .map(key -> Vectors.key(key.asString()))
                .toList();
        if (one.get("valid").asBoolean()) {
            assertThat(SignedNote.open(note, known).signatures())
                    .extracting(signature -> signature.key().name())
                    .containsExactlyElementsOf(Vectors.list(one.get("verifiedNames")).stream()
                            .map(JsonNode::asString)
                            .toList());
        } else {
            assertThatThrownBy(() -> SignedNote.open(note, known)).isInstanceOf(NotProvenException.class);
        }
    }

    /** R4 */
    @Test
    void keys_whose_id_or_kind_is_wrong_are_refused() {
        for (JsonNode bad : Vectors.list(Vectors.read("c2sp/signed_note").get("badVkeys"))) {
            assertThatThrownBy(() -> VerifierKey.parse(bad.asString())).isInstanceOf(NotProvenException.class);
        }
    }

    /** R4: the valid ones differ from ours in nothing but the length of their hashes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("checkpointBodies")
    void checkpoints_as_public_cases_demand(String name, JsonNode one) {
        assertThatThrownBy(() -> Checkpoint.parse(one.get("body").asString()))
                .isInstanceOf(NotProvenException.class)
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).contains("instead of 32"))
                        .isEqualTo(one.get("valid").asBoolean()));
    }

    /** R4 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n01\nR\n",
                "log\n1 \nR\n",
                "log\n+1\nR\n",
                "log\n1\nR",
                "log\n1\nR\n\n",
                "\n1\nR\n"
            })
    void a_checkpoint_has_one_spelling(String text) {
        String root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

        assertThatThrownBy(() -> Checkpoint.parse(text.replace("R", root))).isInstanceOf(NotProvenException.class);
    }

    @Test
    void a_checkpoint_may_be_as_large_as_64_bits_tell() throws NotProvenException {
        String root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

        assertThat(Checkpoint.parse("log\n18446744073709551615\n" + root + "\nmore\n")
                        .sizeText())
                .isEqualTo("18446744073709551615");
        assertThatThrownBy(() -> Checkpoint.parse("log\n18446744073709551616\n" + root + "\n"))
                .hasMessageContaining("beyond 64 bits");
    }

    /** R4 */
    @ParameterizedTest(name = "{0}")
    @MethodSource("receiptFiles")
    void receipts_as_public_cases_demand(String name, JsonNode one) {
        byte[] file = one.get("file").asString().getBytes(StandardCharsets.UTF_8);
        if (one.get("valid").asBoolean()) {
            assertThatCode(() -> Receipt.parse(file)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Receipt.parse(file)).isInstanceOf(NotProvenException.class);
        }
    }

    @Test
    void all_120_receipts_of_a_public_log_hold_for_their_entry_and_for_no_other() throws NotProvenException {
        List<VerifierKey> log = List.of(Vectors.key(golden.get("logVkey").asString()));
        assertThat(golden.get("inclusion").size()).isEqualTo(120);
        for (String name : golden.get("inclusion").propertyNames()) {
            Receipt receipt = receipt(golden.get("inclusion").get(name).asString());
            int index = Integer.parseInt(name.substring(0, name.indexOf('_')));

            assertThat(receipt.verify(entry(index), log).origin()).isEqualTo("example.com/log/testdata");
            assertThatThrownBy(() -> receipt.verify(entry((index + 1) % 15), log))
                    .isInstanceOf(NotProvenException.class);
        }
    }

    @Test
    void a_receipt_of_a_fork_does_not_hold_for_the_honest_entry() throws NotProvenException {
        List<VerifierKey> log = List.of(Vectors.key(golden.get("logVkey").asString()));
        Receipt forged =
                receipt(golden.get("negative").get("forged_entry4.tlog-proof").asString());

        assertThatThrownBy(() -> forged.verify(entry(4), log)).hasMessageContaining("do not lead to the root");
    }

    /** R15 */
    @Test
    void a_receipt_of_another_log_is_refused() throws NotProvenException {
        VerifierKey other = Vectors.key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        Receipt receipt =
                receipt(golden.get("inclusion").get("3_of_7.tlog-proof").asString());

        assertThatThrownBy(() -> receipt.verify(entry(3), List.of(other))).hasMessageContaining("known key");
    }

    /** R40: a fixed seed; a million by argument. */
    @Test
    void no_mutation_of_a_receipt_is_accepted_or_breaks_the_reader() throws NotProvenException {
        List<VerifierKey> log = List.of(Vectors.key(golden.get("logVkey").asString()));
        byte[] honest =
                golden.get("inclusion").get("5_of_11.tlog-proof").asString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(40);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = Mutations.of(honest, random);

            assertThat(accepted(mutant, log)).as("mutation %d", i).isFalse();
        }
    }

    /** A change behind the signature of the log may leave everything proven as it was; then nothing else may differ. */
    private boolean accepted(byte[] mutant, List<VerifierKey> log) {
        try {
            Receipt receipt = Receipt.parse(mutant);
            Checkpoint checkpoint = receipt.verify(entry(5), log);
            return receipt.index() != 5 || checkpoint.size() != 11;
        } catch (NotProvenException refused) {
            return false;
        }
    }

    private byte[] entry(int index) {
        return Vectors.base64(golden.get("entries").get(index));
    }

    private static Receipt receipt(String file) throws NotProvenException {
        return Receipt.parse(file.getBytes(StandardCharsets.UTF_8));
    }
}
