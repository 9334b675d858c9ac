package org.contractethics.review.internal;

import java.util.UUID;

/**
 * A clause of a document of the contract, as it stood when it was named.
 *
 * @param ordinal its place in that version
 * @param words document, version and clause, for people
 */
public record SafeguardClause(UUID contract, UUID version, int ordinal, String document, String words) {

    /** To the clause in the viewer. */
    public String link() {
        return "/contracts/" + contract + "/documents/" + version + "?clause=" + ordinal + "#clause-" + ordinal;
    }
}
