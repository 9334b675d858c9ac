package org.contractethics.shared;

import java.util.UUID;

/** Identifies a decision of a review. */
public record DecisionId(UUID value) {

    /** Reads the textual form of a UUID; used by Spring to convert path variables. */
    public static DecisionId valueOf(String text) {
        return new DecisionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
