package org.contractethics.shared;

import java.util.UUID;

/** Identifies one review of a contract. */
public record ReviewId(UUID value) {

    /** Reads the textual form of a UUID; used by Spring to convert path variables. */
    public static ReviewId valueOf(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
