package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * How the field {@code concepts} says what a clause shows: the concept's id, and the sum of what its phrases in the clause count for
 * as powers of two ("audit-rights+128"), each of which is worth its points to a query.
 */
final class ConceptTerms {

    static final String FIELD = "concepts";

    /** Nobody tells clauses apart whose phrases count for more. */
    private static final int BITS = 12;

    private ConceptTerms() {}

    static List<String> of(String concept, int points) {
        int kept = Math.min(points, (1 << BITS) - 1);
        var terms = new ArrayList<String>();
        terms.add(concept);
        for (int bit = 0; bit < BITS; bit++) {
            if (((kept >> bit) & 1) == 1) {
                terms.add(power(concept, bit));
            }
        }
        return terms;
    }

    static String power(String concept, int bit) {
        return concept + "+" + (1 << bit);
    }

    static double worth(int bit) {
        return PhraseWeights.POINT * (1 << bit);
    }

    static int bits() {
        return BITS;
    }
}
