package org.contractethics.record.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The RFC 6962 Merkle tree over the leaves added so far, kept as the roots of its perfect subtrees, largest first: one for
 * each bit set in the size.
 */
public final class CompactRange {

    private final List<byte[]> subtrees = new ArrayList<>();
    private final MessageDigest sha256 = sha256();
    private long size;

    /** Hash of a leaf over its bytes. */
    public byte[] leafHash(byte[] leaf) {
        sha256.update((byte) 0);
        return sha256.digest(leaf);
    }

    /** Hash of an inner node over its two children. */
    public byte[] nodeHash(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** Adds the next leaf: two subtrees of one size become one of twice the size, as often as that happens. */
    public void add(byte[] leafHash) {
        byte[] merged = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            merged = nodeHash(subtrees.remove(subtrees.size() - 1), merged);
        }
        subtrees.add(merged);
        size++;
    }

    public long size() {
        return size;
    }

    /** Root hash over all leaves; that of no leaf is the hash of nothing. */
    public byte[] root() {
        if (subtrees.isEmpty()) {
            return sha256.digest();
        }
        byte[] root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = nodeHash(subtrees.get(i), root);
        }
        return root.clone();
    }

    /** The subtree roots one after the other, as the head keeps them. */
    byte[] frontier() {
        byte[] joined = new byte[subtrees.size() * 32];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i), 0, joined, i * 32, 32);
        }
        return joined;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
