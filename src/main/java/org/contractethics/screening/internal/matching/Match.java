package org.contractethics.screening.internal.matching;

import java.util.List;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.ListedName;

/**
 * A listed name that a reviewer should look at, with all that the score was made of. It says that names are alike, not that the party is
 * the one listed.
 *
 * @param score 0 to 1
 * @param tokens how the words were paired
 * @param qualifiers in plain words what else speaks for or against: country, date, number
 * @param adjustment what the qualifiers added to the score of the words, or took from it
 */
public record Match(
        ListEntry entry,
        ListedName name,
        double score,
        Band band,
        List<TokenEvidence> tokens,
        List<String> qualifiers,
        double adjustment) {

    public Match {
        tokens = List.copyOf(tokens);
        qualifiers = List.copyOf(qualifiers);
    }

    /** The score once more, from what is stored of a match and nothing else; it differs by less than 0.001. */
    public static double recompute(List<TokenEvidence> tokens, double adjustment) {
        return tokens.isEmpty() ? 0 : Math.max(0, Math.min(1, Scoring.ofWords(tokens) + adjustment));
    }
}
