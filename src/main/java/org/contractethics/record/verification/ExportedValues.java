package org.contractethics.record.verification;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.contractethics.record.proof.NotProvenException;

/** The values in an export, read file by file: number of the entry, nonce, value, and the field to the end of the line. */
final class ExportedValues implements Iterator<SealedValue> {

    private static final int PARTS = 4;

    private final Deque<SealedValue> read = new ArrayDeque<>();

    /** An older export, or one of which every entry is withheld, has no such file. */
    void read(ExportFiles files, String name) throws IOException, NotProvenException {
        if (!files.has(name)) {
            return;
        }
        Set<String> places = new HashSet<>();
        for (String line : ExportLines.of(files, name)) {
            String[] parts = line.split(" ", PARTS);
            try {
                read.add(new SealedValue(
                        ExportLines.number(parts[0]),
                        parts[3],
                        null,
                        ExportLines.base64(parts[1]),
                        ExportLines.base64(parts[2])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw ExportLines.unreadable(name);
            }
            if (!places.add(parts[0] + parts[3])) {
                throw new NotProvenException("the file " + name + " tells twice of " + parts[0] + parts[3]);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return !read.isEmpty();
    }

    @Override
    public SealedValue next() {
        return read.remove();
    }
}
