package org.contractethics.search.internal;

/**
 * What a phrase of a concept counts for, in points, so that a sum of them can be kept in the index as a whole number. It counts by its
 * length alone: summed rarity of its words would let one odd phrase outweigh all others.
 */
final class PhraseWeights {

    static final double POINT = 1.0 / 32;

    /** Of a word of a model clause that few concepts share: enough to put clauses in an order, and no more. */
    static final int TELLING_WORD = 1;

    /** Of one word, two, three, and more: four times the square root of the number. */
    private static final int[] BY_LENGTH = {128, 181, 222, 256};

    private static final int SLOP = 2;

    private PhraseWeights() {}

    /** Words of a longer phrase may stand a little apart. */
    static int slop(String phrase) {
        return length(phrase) > 2 ? SLOP : 0;
    }

    static int inText(String phrase) {
        return BY_LENGTH[Math.min(length(phrase), BY_LENGTH.length) - 1];
    }

    /** Half as much. */
    static int inHeading(String phrase) {
        return inText(phrase) / 2;
    }

    private static int length(String phrase) {
        return phrase.split(" ", -1).length;
    }
}
