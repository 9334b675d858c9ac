package org.contractethics.shared;

import java.util.UUID;

/** Identifies a contract document, over all its versions. */
public record DocumentId(UUID value) {

    /** Reads the textual form of a UUID; used by Spring to convert path variables. */
    public static DocumentId valueOf(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
