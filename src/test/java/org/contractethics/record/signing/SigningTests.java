package org.contractethics.record.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.contractethics.record.proof.Vectors;
import org.contractethics.record.signing.Tiles.Tile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is signed and proved here, against what other programs make of the same input. */
class SigningTests {

    /** The public test key of Tessera's log; the first byte is its kind. */
    private static final byte[] TESSERA =
            Arrays.copyOfRange(Base64.getDecoder().decode("AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg"), 1, 33);

    private final JsonNode golden = Vectors.read("golden/golden");

    /** R5: checkpoints of 0 to 15 entries, byte for byte. */
    @Test
    void the_same_key_and_text_give_the_bytes_that_tessera_signed() {
        SigningKey key = SigningKey.ofLog("example.com/log/testdata", TESSERA);
        TreeHashes tree = new TreeHashes(this::leaves);

        assertThat(key.verifierKey()).isEqualTo(golden.get("logVkey").asString());
        for (int size = 0; size <= 15; size++) {
            String text = Notes.checkpoint("example.com/log/testdata", size, tree.root(size));

            assertThat(Notes.signed(text, List.of(key.sign(text))))
                    .isEqualTo(golden.get("checkpoints")
                            .get(Integer.toString(size))
                            .asString());
        }
    }

    @Test
    void the_public_half_is_that_of_rfc_8032() {
        SigningKey key = SigningKey.ofWitness(
                "w", HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        byte[] material = Base64.getDecoder().decode(key.verifierKey().split("\\+", 3)[2]);

        assertThat(HexFormat.of().formatHex(material))
                .isEqualTo("04d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThatThrownBy(() -> SigningKey.ofWitness("w", new byte[31])).hasMessageContaining("32 bytes");
    }

    @Test
    void receipts_and_requests_equal_those_of_a_public_log_byte_for_byte() {
        TreeHashes tree = new TreeHashes(this::leaves);
        for (int size = 1; size <= 15; size++) {
            String checkpoint =
                    golden.get("checkpoints").get(Integer.toString(size)).asString();
            for (int index = 0; index < size; index++) {
                assertThat(Notes.receipt(index, tree.inclusion(index, size), checkpoint))
                        .isEqualTo(golden.get("inclusion")
                                .get(index + "_of_" + size + ".tlog-proof")
                                .asString());
            }
            for (int old = 0; old <= size; old++) {
                assertThat(Notes.addCheckpoint(old, tree.consistency(old, size), checkpoint))
                        .isEqualTo(golden.get("consistency")
                                .get(old + "_to_" + size + ".add-checkpoint")
                                .asString());
            }
        }
    }

    /** R1: all 36 inclusion and 36 consistency proofs of the reference of Certificate Transparency. */
    @Test
    void the_proofs_of_the_reference_log_are_reproduced() {
        JsonNode reference = Vectors.read("rfc6962/ct_reference");
        TreeHashes tree = new TreeHashes((from, to) -> {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            for (long i = from; i < to; i++) {
                String entry = reference.get("leavesHex").get((int) i).asString();
                hashes.writeBytes(leaf(HexFormat.of().parseHex(entry)));
            }
            return hashes.toByteArray();
        });

        assertThat(reference.get("inclusion").size()).isEqualTo(36);
        for (JsonNode proof : reference.get("inclusion")) {
            assertThat(hexes(tree.inclusion(
                            proof.get("leafIdx").asLong(), proof.get("treeSize").asLong())))
                    .isEqualTo(texts(proof.get("proofHex")));
        }
        assertThat(reference.get("consistency").size()).isEqualTo(36);
        for (JsonNode proof : reference.get("consistency")) {
            assertThat(hexes(tree.consistency(
                            proof.get("size1").asLong(), proof.get("size2").asLong())))
                    .isEqualTo(texts(proof.get("proofHex")));
        }
    }

    /** R1, R3: the sums are those of the proofs that golang.org/x/mod makes, so each of ours is one that it accepts. */
    @Test
    void all_proofs_of_the_trees_up_to_300_entries_equal_those_of_two_other_programs() throws NoSuchAlgorithmException {
        TreeHashes tree = new TreeHashes(SigningTests::numbered);
        StringBuilder inclusion = new StringBuilder();
        StringBuilder consistency = new StringBuilder();
        for (int n = 0; n <= 300; n++) {
            for (int m = 0; m < n; m++) {
                inclusion.append(m).append(' ').append(n);
                tree.inclusion(m, n).forEach(hash -> inclusion.append(' ').append(hex(hash)));
                inclusion.append('\n');
            }
            for (int m = 1; m <= n; m++) {
                consistency.append(m).append(' ').append(n);
                tree.consistency(m, n).forEach(hash -> consistency.append(' ').append(hex(hash)));
                consistency.append('\n');
            }
        }
        JsonNode folds = Vectors.read("rfc6962/fold_vectors").get("sha256");

        assertThat(sha256(inclusion)).isEqualTo(folds.get("inclusion").asString());
        assertThat(sha256(consistency)).isEqualTo(folds.get("consistency").asString());
    }

    /** R7: the widths of the example in tlog-tiles. */
    @Test
    void a_log_of_70000_entries_has_the_tiles_of_the_specification() {
        List<Tile> tiles = Tiles.of(70_000);

        assertThat(tiles.stream().filter(tile -> tile.level() == 0)).hasSize(274);
        assertThat(tiles)
                .contains(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1))
                .hasSize(274 + 2 + 1);
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 273, 112).entriesPath()).isEqualTo("tile/entries/273.p/112");
        assertThat(Tiles.of(0)).isEmpty();
    }

    /** R7: the root is derived again from the tiles alone. */
    @Test
    void tiles_of_a_large_log_lead_back_to_its_root() {
        TreeHashes tree = new TreeHashes(SigningTests::numbered);
        int size = 70_000;
        TreeHashes again = new TreeHashes((from, to) -> {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            for (long tile = from / 256; tile * 256 < to; tile++) {
                hashes.writeBytes(tree.tile(0, tile, size));
            }
            int start = (int) (from % 256) * 32;
            return Arrays.copyOfRange(hashes.toByteArray(), start, start + (int) (to - from) * 32);
        });

        assertThat(again.root(size)).isEqualTo(tree.root(size));
        assertThat(tree.tile(1, 1, size)).hasSize(17 * 32);
        assertThat(tree.tile(2, 0, size)).isEqualTo(new TreeHashes(SigningTests::numbered).root(65_536));
    }

    @Test
    void the_tile_of_a_public_log_is_reproduced() {
        assertThat(new TreeHashes(this::leaves).tile(0, 0, 15)).isEqualTo(Vectors.base64(golden.get("tile")));
    }

    private byte[] leaves(long from, long to) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (int i = (int) from; i < to; i++) {
            hashes.writeBytes(leaf(Vectors.base64(golden.get("entries").get(i))));
        }
        return hashes.toByteArray();
    }

    private static byte[] numbered(long from, long to) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (long i = from; i < to; i++) {
            hashes.writeBytes(leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return hashes.toByteArray();
    }

    private static byte[] leaf(byte[] entry) {
        return org.contractethics.record.proof.MerkleProof.leafHash(entry);
    }

    private static List<String> hexes(List<byte[]> hashes) {
        return hashes.stream().map(SigningTests::hex).toList();
    }

    private static List<String> texts(JsonNode array) {
        return Vectors.list(array).stream().map(JsonNode::asString).toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha256(CharSequence text) throws NoSuchAlgorithmException {
        return hex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
