package org.contractethics.record.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.record.signing.TreeHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The negatives first: 184 of the 196 public probes are forgeries. */
class MerkleProofTests {

    private static final int LARGEST = Integer.getInteger("proof.tree", 60);

    /** Each tree more costs thousands of checks: 512 for each hash of each of its proofs. */
    private static final int LARGEST_BIT_BY_BIT = Integer.getInteger("proof.bits", 12);

    static Stream<Arguments> inclusionProbes() {
        return probes("inclusion");
    }

    static Stream<Arguments> consistencyProbes() {
        return probes("consistency");
    }

    private static Stream<Arguments> probes(String kind) {
        List<JsonNode> probes = Vectors.list(Vectors.read("merkle/" + kind));
        assertThat(probes).hasSize(98);
        assertThat(probes.stream().filter(probe -> probe.get("wantErr").asBoolean()))
                .hasSize(92);
        return probes.stream().map(probe -> Arguments.of(probe.get("file").asString(), probe));
    }

    /** R2: 6 right ones and 92 forgeries. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inclusionProbes")
    void inclusion_as_98_public_probes_demand(String file, JsonNode probe) {
        judged(
                probe,
                () -> MerkleProof.inclusion(
                        Vectors.number(probe.get("leafIdx")),
                        Vectors.number(probe.get("treeSize")),
                        Vectors.base64(probe.get("leafHash")),
                        Vectors.hashes(probe.get("proof")),
                        Vectors.base64(probe.get("root"))));
    }

    /** R2: 6 right ones and 92 forgeries. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("consistencyProbes")
    void consistency_as_98_public_probes_demand(String file, JsonNode probe) {
        judged(
                probe,
                () -> MerkleProof.consistency(
                        Vectors.number(probe.get("size1")),
                        Vectors.number(probe.get("size2")),
                        Vectors.base64(probe.get("root1")),
                        Vectors.base64(probe.get("root2")),
                        Vectors.hashes(probe.get("proof"))));
    }

    private static void judged(JsonNode probe, ThrowingCallable check) {
        if (probe.get("wantErr").asBoolean()) {
            refused(check);
        } else {
            assertThatCode(check).doesNotThrowAnyException();
        }
    }

    /** R3: for all entries of all trees up to the largest. */
    @Test
    void every_inclusion_proof_of_our_trees_holds_and_no_altered_one_does() {
        TreeHashes tree = tree();
        for (int size = 1; size <= LARGEST; size++) {
            byte[] root = tree.root(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.inclusion(index, size);
                long place = index;
                long all = size;

                assertThatCode(() -> MerkleProof.inclusion(place, all, leaf(place), path, root))
                        .doesNotThrowAnyException();
                for (List<byte[]> altered : altered(path, size * 1_000 + index)) {
                    refused(() -> MerkleProof.inclusion(place, all, leaf(place), altered, root));
                }
                refused(() -> MerkleProof.inclusion(place, all, leaf(place + 1), path, root));
                refused(() -> MerkleProof.inclusion(place ^ 1, all, leaf(place), path, root));
            }
        }
    }

    /** R3: between all trees up to the largest. */
    @Test
    void every_consistency_proof_of_our_trees_holds_and_no_altered_one_does() {
        TreeHashes tree = tree();
        for (int size = 1; size <= LARGEST; size++) {
            byte[] root = tree.root(size);
            for (int old = 1; old < size; old++) {
                List<byte[]> path = tree.consistency(old, size);
                long first = old;
                long second = size;
                byte[] oldRoot = tree.root(old);

                assertThatCode(() -> MerkleProof.consistency(first, second, oldRoot, root, path))
                        .doesNotThrowAnyException();
                for (List<byte[]> altered : altered(path, size * 1_000 + old)) {
                    refused(() -> MerkleProof.consistency(first, second, oldRoot, root, altered));
                }
                refused(() -> MerkleProof.consistency(first, second, root, oldRoot, path));
            }
        }
    }

    /** R3: every bit of every hash of the path, of the leaf and of the root. */
    @Test
    void no_inclusion_proof_holds_with_a_single_bit_flipped() {
        TreeHashes tree = tree();
        for (int size = 1; size <= LARGEST_BIT_BY_BIT; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> hashes = new ArrayList<>(List.of(tree.root(size), leaf(index)));
                hashes.addAll(tree.inclusion(index, size));
                long place = index;
                long all = size;

                assertThat(accepted(
                                hashes,
                                flipped -> MerkleProof.inclusion(
                                        place,
                                        all,
                                        flipped.get(1),
                                        flipped.subList(2, flipped.size()),
                                        flipped.get(0))))
                        .as("entry %d of %d, as it is and with each bit flipped", index, size)
                        .isEqualTo(1);
            }
        }
    }

    /** R3: every bit of every hash of the path and of both roots. */
    @Test
    void no_consistency_proof_holds_with_a_single_bit_flipped() {
        TreeHashes tree = tree();
        for (int size = 2; size <= LARGEST_BIT_BY_BIT; size++) {
            for (int old = 1; old < size; old++) {
                List<byte[]> hashes = new ArrayList<>(List.of(tree.root(old), tree.root(size)));
                hashes.addAll(tree.consistency(old, size));
                long first = old;
                long second = size;

                assertThat(accepted(
                                hashes,
                                flipped -> MerkleProof.consistency(
                                        first,
                                        second,
                                        flipped.get(0),
                                        flipped.get(1),
                                        flipped.subList(2, flipped.size()))))
                        .as("from %d to %d, as it is and with each bit flipped", old, size)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void a_node_never_passes_as_an_entry() throws NotProvenException {
        JsonNode golden = Vectors.read("golden/golden");
        byte[] node = Vectors.base64(golden.get("negative").get("second_preimage_node_as_leaf.bin"));
        Checkpoint last = Checkpoint.parse(SignedNote.open(
                        golden.get("checkpoints").get("15").asString(),
                        List.of(Vectors.key(golden.get("logVkey").asString())))
                .text());
        Receipt receipt = Receipt.parse(
                golden.get("inclusion").get("0_of_15.tlog-proof").asString().getBytes(StandardCharsets.UTF_8));

        refused(() -> MerkleProof.inclusion(
                0,
                15,
                MerkleProof.leafHash(node),
                receipt.path().subList(1, receipt.path().size()),
                last.root()));
        refused(() -> MerkleProof.inclusion(0, 8, MerkleProof.leafHash(node), receipt.path(), last.root()));
    }

    /** How often the check holds: with the hashes as they are, and with each of their bits flipped. */
    private static int accepted(List<byte[]> hashes, Check<List<byte[]>> check) {
        int accepted = holds(check, hashes) ? 1 : 0;
        for (byte[] hash : hashes) {
            for (int bit = 0; bit < hash.length * 8; bit++) {
                byte mask = (byte) (1 << bit % 8);
                hash[bit / 8] ^= mask;
                accepted += holds(check, hashes) ? 1 : 0;
                hash[bit / 8] ^= mask;
            }
        }
        return accepted;
    }

    private static boolean holds(Check<List<byte[]>> check, List<byte[]> hashes) {
        try {
            check.run(hashes);
            return true;
        } catch (NotProvenException refused) {
            return false;
        }
    }

    /** One flipped bit, each hash dropped, one more hash, two swapped. */
    private static List<List<byte[]>> altered(List<byte[]> path, long seed) {
        Random random = new Random(seed);
        List<List<byte[]>> altered = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> flipped = new ArrayList<>(path);
            flipped.set(i, path.get(i).clone());
            flipped.get(i)[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            List<byte[]> dropped = new ArrayList<>(path);
            dropped.remove(i);
            altered.add(flipped);
            altered.add(dropped);
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(random.nextInt(path.size() + 1), new byte[32]);
        altered.add(longer);
        if (path.size() > 1) {
            List<byte[]> swapped = new ArrayList<>(path);
            swapped.add(swapped.remove(0));
            altered.add(swapped);
        }
        return altered;
    }

    private static void refused(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(NotProvenException.class);
    }

    private static TreeHashes tree() {
        return new TreeHashes((from, to) -> {
            byte[] leaves = new byte[(int) (to - from) * 32];
            for (long i = from; i < to; i++) {
                System.arraycopy(leaf(i), 0, leaves, (int) (i - from) * 32, 32);
            }
            return leaves;
        });
    }

    private static byte[] leaf(long index) {
        return MerkleProof.leafHash(("leaf " + index).getBytes(StandardCharsets.UTF_8));
    }

    private interface Check<T> {
        void run(T proof) throws NotProvenException;
    }
}
