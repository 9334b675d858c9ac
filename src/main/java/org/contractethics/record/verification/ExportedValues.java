package org.contractethics.record.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Iterator;
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
        String text = new String(files.read(name), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ", PARTS);
            try {
                read.add(new SealedValue(
                        Long.parseLong(parts[0]), parts[3], null, decoded(parts[1]), decoded(parts[2])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new NotProvenException("the file " + name + " cannot be read");
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

    /** In the one spelling only, or a changed character could mean the same. */
    private static byte[] decoded(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not canonical");
        }
        return bytes;
    }
}
