package org.contractethics.record.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs about an RFC 6962 tree, checked as RFC 9162, 2.1.3.2 and 2.1.4.2 say. Numbers are unsigned 64-bit. Every hash of a proof has
 * to be used, and every level of the tree has to be reached: a verifier that forgets either accepts proofs for another place.
 */
public final class MerkleProof {

    private MerkleProof() {}

    /** SHA-256 over a zero byte and the entry: the byte keeps a leaf from passing as a node. */
    public static byte[] leafHash(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 0);
        return sha256.digest(entry);
    }

    /** That the leaf stands at this place of the tree with this size and root. */
    public static void inclusion(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root)
            throws NotProvenException {
        List<byte[]> hashes = new ArrayList<>(path);
        hashes.add(leafHash);
        demandHashes(hashes);
        if (Long.compareUnsigned(index, size) >= 0) {
            throw new NotProvenException("a tree of " + Long.toUnsignedString(size) + " entries has no entry "
                    + Long.toUnsignedString(index));
        }
        Climb climb = new Climb(index, size - 1);
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            climb.demandLevel();
            hash = climb.siblingIsLeft() ? node(sibling, hash) : node(hash, sibling);
            climb.up();
        }
        climb.demandTop();
        demandSame(hash, root, "the entry and the hashes do not lead to the root");
    }

    /** That the larger tree has the smaller one as its beginning. */
    public static void consistency(long size, long largerSize, byte[] root, byte[] largerRoot, List<byte[]> path)
            throws NotProvenException {
        demandHashes(path);
        if (Long.compareUnsigned(size, largerSize) > 0) {
            throw new NotProvenException("the second tree is the smaller one");
        }
        if (size == 0) {
            throw new NotProvenException("everything begins with an empty tree; a proof of it says nothing");
        }
        if (size != largerSize) {
            growing(size, largerSize, root, largerRoot, path);
        } else if (path.isEmpty()) {
            demandSame(root, largerRoot, "two trees of the same size with different roots: a fork");
        } else {
            throw new NotProvenException("hashes where none are needed");
        }
    }

    private static void growing(long size, long largerSize, byte[] root, byte[] largerRoot, List<byte[]> path)
            throws NotProvenException {
        if (path.isEmpty()) {
            throw new NotProvenException("the proof is empty");
        }
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(size) == 1) {
            hashes.add(0, root);
        }
        Climb climb = new Climb(size - 1, largerSize - 1);
        climb.toFirstLeft();
        byte[] smaller = hashes.get(0);
        byte[] larger = smaller;
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            climb.demandLevel();
            if (climb.siblingIsLeft()) {
                smaller = node(hash, smaller);
                larger = node(hash, larger);
            } else {
                larger = node(larger, hash);
            }
            climb.up();
        }
        climb.demandTop();
        demandSame(smaller, root, "the hashes do not lead to the root of the smaller tree");
        demandSame(larger, largerRoot, "the hashes do not lead to the root of the larger tree");
    }

    private static void demandHashes(List<byte[]> path) throws NotProvenException {
        if (path.stream().anyMatch(hash -> hash.length != Strict.HASH)) {
            throw new NotProvenException("a hash that has not 32 bytes");
        }
    }

    private static void demandSame(byte[] computed, byte[] claimed, String otherwise) throws NotProvenException {
        if (!MessageDigest.isEqual(computed, claimed)) {
            throw new NotProvenException(otherwise);
        }
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A node and the last node of its level, on the way to the root. */
    private static final class Climb {

        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        /** A node without a right sibling goes up unchanged until it has a left one. */
        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            if (siblingIsLeft()) {
                while ((node & 1) == 0 && node != 0) {
                    shift();
                }
            }
            shift();
        }

        void toFirstLeft() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        void demandLevel() throws NotProvenException {
            if (last == 0) {
                throw new NotProvenException("more hashes than the tree has levels");
            }
        }

        void demandTop() throws NotProvenException {
            if (last != 0) {
                throw new NotProvenException("fewer hashes than the tree has levels");
            }
        }

        private void shift() {
            node >>>= 1;
            last >>>= 1;
        }
    }
}
