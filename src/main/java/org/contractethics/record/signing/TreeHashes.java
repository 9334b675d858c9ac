package org.contractethics.record.signing;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contractethics.shared.Sha256;

/**
 * Roots, proofs and tiles of an RFC 6962 tree over leaf hashes that lie elsewhere. Of each complete run of 256 leaves the root is
 * kept, 32 bytes; what is below is read when it is asked for. So a million entries take 125 kB.
 */
public final class TreeHashes {

    /** Leaves below one kept hash; the width of a tile of C2SP tlog-tiles too. */
    public static final int TILE = 256;

    private static final int HASH = 32;
    private static final int TILES_AT_ONCE = 64;

    private final Leaves leaves;
    private final MessageDigest sha256;
    private byte[] kept = new byte[0];
    private int tiles;
    private byte[] block = new byte[0];
    private long blockTile = -1;

    /** Where the leaf hashes lie. */
    @FunctionalInterface
    public interface Leaves {

        /** The hashes with {@code from <= index < to}, one after the other. */
        byte[] read(long from, long to);
    }

    public TreeHashes(Leaves leaves) {
        this.leaves = leaves;
        this.sha256 = Sha256.digest();
    }

    /** RFC 6962, 2.1: the zero byte keeps a leaf from passing as a node. */
    public static byte[] leaf(byte[] body) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update((byte) 0);
        return sha256.digest(body);
    }

    /** Root over the first leaves. */
    public synchronized byte[] root(long size) {
        keepUpTo(size);
        return size == 0 ? sha256.digest() : hash(0, size, size);
    }

    /** From leaf to root. */
    public synchronized List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " entries has no entry " + index);
        }
        keepUpTo(size);
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + left(to - from);
            boolean isLeft = index < middle;
            path.add(0, isLeft ? hash(middle, to, size) : hash(from, middle, size));
            from = isLeft ? from : middle;
            to = isLeft ? middle : to;
        }
        return path;
    }

    /** That the tree of the second size begins with that of the first. */
    public synchronized List<byte[]> consistency(long old, long size) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("a tree of " + size + " entries was never one of " + old);
        }
        List<byte[]> path = new ArrayList<>();
        if (old == 0 || old == size) {
            return path;
        }
        keepUpTo(size);
        long from = 0;
        long to = size;
        while (to > old) {
            long middle = from + left(to - from);
            boolean isLeft = old <= middle;
            path.add(0, isLeft ? hash(middle, to, size) : hash(from, middle, size));
            from = isLeft ? from : middle;
            to = isLeft ? middle : to;
        }
        if (from > 0) {
            path.add(0, hash(from, to, size));
        }
        return path;
    }

    /** At most 256 hashes of a level, beginning at 256 times the index: C2SP tlog-tiles. */
    public synchronized byte[] tile(int level, long index, long size) {
        keepUpTo(size);
        long span = 1L << (8 * level);
        long first = index * TILE;
        int width = (int) Math.min(TILE, size / span - first);
        byte[] tile = new byte[width * HASH];
        for (int i = 0; i < width; i++) {
            byte[] hash = hash((first + i) * span, (first + i + 1) * span, size);
            System.arraycopy(hash, 0, tile, i * HASH, HASH);
        }
        return tile;
    }

    /** Forgets what was read, so that the next answers come from the leaves as they lie there now. */
    public synchronized void forget() {
        kept = new byte[0];
        tiles = 0;
        blockTile = -1;
    }

    private byte[] hash(long from, long to, long size) {
        long count = to - from;
        if (count == TILE) {
            int start = (int) (from / TILE) * HASH;
            return Arrays.copyOfRange(kept, start, start + HASH);
        }
        if (count == 1) {
            return leaf(from, size);
        }
        long middle = from + left(count);
        return node(hash(from, middle, size), hash(middle, to, size));
    }

    private byte[] leaf(long index, long size) {
        long tile = index / TILE;
        long first = tile * TILE;
        long end = Math.min(first + TILE, size);
        if (blockTile != tile || block.length < (end - first) * HASH) {
            block = leaves.read(first, end);
            blockTile = tile;
        }
        int start = (int) (index - first) * HASH;
        return Arrays.copyOfRange(block, start, start + HASH);
    }

    /** The largest power of two below the count. */
    private static long left(long count) {
        return Long.highestOneBit(count - 1);
    }

    private void keepUpTo(long size) {
        long wanted = size / TILE;
        while (tiles < wanted) {
            int more = (int) Math.min(wanted - tiles, TILES_AT_ONCE);
            byte[] read = leaves.read((long) tiles * TILE, (long) (tiles + more) * TILE);
            if (kept.length < (tiles + more) * HASH) {
                kept = Arrays.copyOf(kept, Math.max(2 * kept.length, (tiles + more) * HASH));
            }
            for (int i = 0; i < more; i++) {
                byte[] root = rootOf(read, i * TILE, TILE);
                System.arraycopy(root, 0, kept, (tiles + i) * HASH, HASH);
            }
            tiles += more;
        }
    }

    private byte[] rootOf(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, from * HASH, (from + 1) * HASH);
        }
        return node(rootOf(hashes, from, count / 2), rootOf(hashes, from + count / 2, count / 2));
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
