package org.contractethics.record.verification;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contractethics.record.proof.NotProvenException;

/** Of entries that are not in an export stands the hash alone, one on each line; no line may be left over. */
final class WithheldHashes {

    private static final String FILE = "withheld";
    private static final int HASH = 32;

    private final NavigableMap<Long, byte[]> hashes = new TreeMap<>();
    private final int count;

    WithheldHashes(ExportFiles files) throws IOException, NotProvenException {
        for (String line : ExportLines.of(files, FILE)) {
            String[] words = line.split(" ", -1);
            try {
                add(ExportLines.number(words[0]), ExportLines.base64(words[1]), words.length);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw ExportLines.unreadable(FILE);
            }
        }
        count = hashes.size();
    }

    private void add(long index, byte[] hash, int words) {
        boolean next = hashes.isEmpty() || hashes.lastKey() < index;
        if (!next || hash.length != HASH || words != 2) {
            throw new IllegalArgumentException("not canonical");
        }
        hashes.put(index, hash);
    }

    int count() {
        return count;
    }

    byte[] take(long index) throws NotProvenException {
        byte[] hash = hashes.remove(index);
        if (hash == null) {
            throw new NotProvenException("entry " + index + " is neither here nor named as withheld");
        }
        return hash;
    }

    void demandNoneLeft() throws NotProvenException {
        Map.Entry<Long, byte[]> left = hashes.firstEntry();
        if (left != null) {
            throw new NotProvenException(
                    "entry " + left.getKey() + " is named as withheld, but it is here or beyond the end");
        }
    }
}
