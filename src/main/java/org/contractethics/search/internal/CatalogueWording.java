package org.contractethics.search.internal;

import java.util.Arrays;

/**
 * A sequence of words of the catalogue as the index holds them, found in a clause as the index would find it as a phrase.
 * It is looked up by its key, the word that fewest wordings have; its words may be moved by the slop, all together.
 */
final class CatalogueWording {

    private final int rule;
    private final int[] words;
    private final int key;
    private final int slop;

    CatalogueWording(int rule, int[] words, int key, int slop) {
        this.rule = rule;
        this.words = words.clone();
        this.key = key;
        this.slop = slop;
    }

    int rule() {
        return rule;
    }

    /** Whether it stands in the clause with its key word at this place. */
    boolean standsIn(int[] clause, int at) {
        int first = at - key;
        for (int begin = first - slop; begin <= first; begin++) {
            if (standsFrom(clause, begin)) {
                return true;
            }
        }
        return false;
    }

    /** Each word at its place behind the beginning, or up to the slop behind that; never two words at one place. */
    private boolean standsFrom(int[] clause, int begin) {
        int[] taken = new int[words.length];
        Arrays.fill(taken, -1);
        for (int n = 0; n < words.length; n++) {
            int place = place(clause, begin + n, n, taken);
            if (place < 0) {
                return false;
            }
            taken[n] = place;
        }
        return true;
    }

    private int place(int[] clause, int from, int n, int[] taken) {
        int last = Math.min(from + slop, clause.length - 1);
        for (int place = Math.max(0, from); place <= last; place++) {
            if (clause[place] == words[n] && !contains(taken, n, place)) {
                return place;
            }
        }
        return -1;
    }

    private static boolean contains(int[] taken, int count, int place) {
        for (int n = 0; n < count; n++) {
            if (taken[n] == place) {
                return true;
            }
        }
        return false;
    }
}
