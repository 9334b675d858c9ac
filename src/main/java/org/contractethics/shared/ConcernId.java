package org.contractethics.shared;

import java.util.UUID;

/** Identifies a concern; opaque, it says nothing about who filed it. */
public record ConcernId(UUID value) {

    /** Reads the textual form of a UUID; used by Spring to convert path variables. */
    public static ConcernId valueOf(String text) {
        return new ConcernId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
