package org.contractethics.record.verification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contractethics.record.proof.NotProvenException;

/** The tiles of an export (C2SP tlog-tiles): 256 entries or hashes to a file, and no file that is none of the record's. */
final class ExportedTiles {

    static final int WIDTH = 256;

    private static final int HASH = 32;

    private final ExportFiles files;
    private final Set<String> known = new HashSet<>();

    ExportedTiles(ExportFiles files) {
        this.files = files;
    }

    byte[] entries(long tile, int width) throws IOException, NotProvenException {
        return read("tile/entries/" + name(tile, width));
    }

    /** Where the values of these entries lie; there need not be any. */
    String sealed(long tile, int width) {
        String name = "sealed/" + name(tile, width);
        known.add(name);
        return name;
    }

    /** Level by level: 256 hashes become one. */
    void demandHashes(List<byte[]> leaves) throws IOException, NotProvenException {
        List<byte[]> level = leaves;
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<byte[]> above = new ArrayList<>();
            for (int tile = 0; tile * WIDTH < level.size(); tile++) {
                List<byte[]> hashes = level.subList(tile * WIDTH, Math.min(level.size(), (tile + 1) * WIDTH));
                String name = "tile/" + depth + "/" + name(tile, hashes.size());
                if (!Arrays.equals(read(name), joined(hashes))) {
                    throw new NotProvenException(name + " does not hold the hashes of the entries");
                }
                if (hashes.size() == WIDTH) {
                    CompactRange root = new CompactRange();
                    hashes.forEach(root::add);
                    above.add(root.root());
                }
            }
            level = above;
        }
    }

    /** Called once all were read. Beside those that were checked somebody may have laid others, which another program reads. */
    void demandNoOther() throws IOException, NotProvenException {
        for (String folder : List.of("tile", "sealed")) {
            for (String name : files.below(folder)) {
                if (!known.contains(name)) {
                    throw new NotProvenException(name + " is none of the files of this record");
                }
            }
        }
    }

    private byte[] read(String name) throws IOException, NotProvenException {
        known.add(name);
        return files.read(name);
    }

    private static byte[] joined(List<byte[]> hashes) {
        byte[] joined = new byte[hashes.size() * HASH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, joined, i * HASH, HASH);
        }
        return joined;
    }

    /** Digits in groups of three, all but the last marked with an x; the width of one that is not complete. */
    private static String name(long index, int width) {
        String digits = Long.toString(index);
        String padded = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < padded.length(); at += 3) {
            boolean last = at + 3 == padded.length();
            name.append(last ? "" : "x").append(padded, at, at + 3).append(last ? "" : "/");
        }
        return width == WIDTH ? name.toString() : name + ".p/" + width;
    }
}
