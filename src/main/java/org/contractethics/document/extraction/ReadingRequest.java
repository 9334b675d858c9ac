package org.contractethics.document.extraction;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file to be read.
 *
 * @param password opens a protected file; null where none is known
 * @param scratch folder that takes the files found inside this one; it belongs to whoever asks. Null where they are not wanted:
 *     then it is only said that they are there
 */
public record ReadingRequest(Path file, DocumentType type, @Nullable String password, @Nullable Path scratch) {

    public static ReadingRequest of(Path file, DocumentType type) {
        return new ReadingRequest(file, type, null, null);
    }

    /** Without the password: a request may stand in a log line. */
    @Override
    public String toString() {
        return "ReadingRequest[" + file.getFileName() + ", " + type + "]";
    }
}
