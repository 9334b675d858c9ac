package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gated on the reference vectors of Certificate Transparency and on every root of the trees with up to 300 leaves. */
class CompactRangeTests {

    private static final HexFormat HEX = HexFormat.of();

    /** R1 */
    @Test
    void hashes_equal_the_reference() throws IOException {
        for (JsonNode vector : vectors("ct_reference").get("hasher")) {
            assertThat(HEX.formatHex(hash(vector)))
                    .as(vector.get("desc").asString())
                    .isEqualTo(vector.get("want").asString());
        }
    }

    /** R1 */
    @Test
    void roots_over_the_reference_leaves_equal_the_reference() throws IOException {
        JsonNode reference = vectors("ct_reference");
        CompactRange tree = new CompactRange();

        for (int size = 0; size < reference.get("rootsHex").size(); size++) {
            assertThat(HEX.formatHex(tree.root()))
                    .as("root over %d leaves", size)
                    .isEqualTo(reference.get("rootsHex").get(size).asString());
            if (size < reference.get("leavesHex").size()) {
                tree.add(tree.leafHash(
                        HEX.parseHex(reference.get("leavesHex").get(size).asString())));
            }
        }
    }

    /** R1 */
    @Test
    void all_roots_up_to_300_leaves_equal_those_of_two_other_programs() throws IOException, NoSuchAlgorithmException {
        CompactRange tree = new CompactRange();
        StringBuilder roots = new StringBuilder();

        for (int size = 0; size <= 300; size++) {
            roots.append(size).append(' ').append(HEX.formatHex(tree.root())).append('\n');
            tree.add(tree.leafHash(("leaf " + size).getBytes(StandardCharsets.UTF_8)));
        }

        byte[] fold =
                MessageDigest.getInstance("SHA-256").digest(roots.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(HEX.formatHex(fold))
                .isEqualTo(vectors("fold_vectors").get("sha256").get("roots").asString());
    }

    @Test
    void the_frontier_has_one_hash_for_each_bit_of_the_size() {
        CompactRange tree = new CompactRange();

        for (int size = 0; size < 100; size++) {
            assertThat(tree.frontier()).hasSize(32 * Integer.bitCount(size));
            tree.add(tree.leafHash(new byte[] {(byte) size}));
        }
    }

    private static byte[] hash(JsonNode vector) {
        CompactRange tree = new CompactRange();
        return switch (vector.get("op").asString()) {
            case "empty" -> tree.root();
            case "leaf" -> tree.leafHash(HEX.parseHex(vector.get("dataHex").asString()));
            case "node" ->
                tree.nodeHash(
                        HEX.parseHex(vector.get("leftHex").asString()),
                        HEX.parseHex(vector.get("rightHex").asString()));
            default -> throw new IllegalArgumentException("unknown vector " + vector);
        };
    }

    static JsonNode vectors(String name) throws IOException {
        try (InputStream in = CompactRangeTests.class.getResourceAsStream("/record/rfc6962/" + name + ".json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, name).readAllBytes());
        }
    }
}
