package org.contractethics.shared;

import java.util.UUID;

/** Identifies one uploaded version of a document. */
public record DocumentVersionId(UUID value) {

    /** Reads the textual form of a UUID; used by Spring to convert path variables. */
    public static DocumentVersionId valueOf(String text) {
        return new DocumentVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
