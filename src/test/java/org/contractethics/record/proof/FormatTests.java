package org.contractethics.record.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Signed notes, checkpoints and receipts against the cases that other programs are tested with, and against mutations. */
class FormatTests {

    /** The whole campaign: -Dproof.mutations=1000000. */
    private static final int MUTATIONS = Integer.getInteger("proof.mutations", 3_000);

    private final JsonNode golden = Vectors.read("golden/golden");

    @TestFactory
    Stream<DynamicTest> signed_notes_as_18_public_cases_demand() {
        List<JsonNode> cases = Vectors.list(Vectors.read("c2sp/signed_note").get("vectors"));
        assertThat(cases).hasSize(18);
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("desc").asString(), () -> {
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
                }));
    }

    @Test
    void keys_whose_id_or_kind_is_wrong_are_refused() {
        for (JsonNode bad : Vectors.list(Vectors.read("c2sp/signed_note").get("badVkeys"))) {
            assertThatThrownBy(() -> VerifierKey.parse(bad.asString())).isInstanceOf(NotProvenException.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> checkpoints_as_public_cases_demand() {
        return Vectors.list(Vectors.read("c2sp/checkpoint_body").get("vectors")).stream()
                .map(one -> DynamicTest.dynamicTest(one.get("desc").asString(), () -> assertThatThrownBy(
                                () -> Checkpoint.parse(one.get("body").asString()))
                        .isInstanceOf(NotProvenException.class)
                        // the valid ones differ from ours in nothing but the length of their hashes
                        .satisfies(refusal -> assertThat(
                                        String.valueOf(refusal.getMessage()).contains("instead of 32"))
                                .isEqualTo(one.get("valid").asBoolean()))));
    }

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

    @TestFactory
    Stream<DynamicTest> receipts_as_public_cases_demand() {
        return Vectors.list(Vectors.read("c2sp/tlog_proof_syntax").get("vectors")).stream()
                .map(one -> DynamicTest.dynamicTest(one.get("desc").asString(), () -> {
                    byte[] file = one.get("file").asString().getBytes(StandardCharsets.UTF_8);
                    if (one.get("valid").asBoolean()) {
                        Receipt.parse(file);
                    } else {
                        assertThatThrownBy(() -> Receipt.parse(file)).isInstanceOf(NotProvenException.class);
                    }
                }));
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

    @Test
    void a_receipt_of_another_log_is_refused() throws NotProvenException {
        VerifierKey other = Vectors.key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        Receipt receipt =
                receipt(golden.get("inclusion").get("3_of_7.tlog-proof").asString());

        assertThatThrownBy(() -> receipt.verify(entry(3), List.of(other))).hasMessageContaining("known key");
    }

    @Test
    void no_mutation_of_a_receipt_is_accepted_or_breaks_the_reader() throws NotProvenException {
        List<VerifierKey> log = List.of(Vectors.key(golden.get("logVkey").asString()));
        byte[] honest =
                golden.get("inclusion").get("5_of_11.tlog-proof").asString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(40);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutant(honest, random);

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

    private static byte[] mutant(byte[] honest, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : honest) {
            bytes.add(b);
        }
        for (int change = 0; change <= random.nextInt(3); change++) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) (bytes.get(at) ^ (1 << random.nextInt(8))));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, (byte) random.nextInt(256));
                case 3 -> bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(at + 45, bytes.size()))));
                default ->
                    bytes.subList(at, Math.min(at + 1 + random.nextInt(80), bytes.size()))
                            .clear();
            }
            if (bytes.isEmpty()) {
                break;
            }
        }
        byte[] mutant = new byte[bytes.size()];
        for (int i = 0; i < mutant.length; i++) {
            mutant[i] = bytes.get(i);
        }
        return mutant;
    }

    private byte[] entry(int index) {
        return Vectors.base64(golden.get("entries").get(index));
    }

    private static Receipt receipt(String file) throws NotProvenException {
        return Receipt.parse(file.getBytes(StandardCharsets.UTF_8));
    }
}
