package org.contractethics.screening.internal.matching;

import java.util.List;

/** One score of all pairs of words; made of what is stored of a match and nothing else. */
final class Scoring {

    /** From here on a reviewer should look. */
    static final double REVIEW = 0.83;
    /** From here on two persons are needed to clear. */
    static final double STRONG = 0.95;

    private static final double AGAINST = 1.25;
    private static final double CONTRADICTION = 0.3;

    private Scoring() {}

    static double ofWords(List<TokenEvidence> tokens) {
        double alike = 0;
        double paired = 0;
        double asked = 0;
        double listed = 0;
        for (TokenEvidence token : tokens) {
            if (token.listed().isEmpty()) {
                asked += token.weight();
            } else if (token.asked().isEmpty()) {
                listed += token.weight();
            } else {
                paired += token.weight();
                alike += token.weight() * token.similarity();
            }
        }
        double both = Math.min(asked, listed);
        double further = Math.max(asked, listed) - both;
        double all = paired + AGAINST * both + further;
        return all == 0 ? 0 : Math.min(alike / all, 1 - CONTRADICTION * Math.min(1, both));
    }
}
