package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds similar paragraphs by what they have in common, without comparing each with each. */
final class ShingleIndex {

    /** A pair of words that stands in more paragraphs than these tells none from the other. */
    private static final int MOST_PLACES = 60;

    private final List<Shingles> texts;
    private final Map<Integer, List<Integer>> places = new HashMap<>();

    ShingleIndex(List<Shingles> texts) {
        this.texts = texts;
    }

    void add(int text) {
        for (int hash : texts.get(text).hashes()) {
            places.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(text);
        }
    }

    /** Similarity, 0 to 1, of each paragraph that has something telling in common with this one. */
    Map<Integer, Double> similar(Shingles sought) {
        Map<Integer, Integer> telling = new HashMap<>();
        for (int hash : sought.hashes()) {
            List<Integer> found = places.getOrDefault(hash, List.of());
            if (found.size() <= MOST_PLACES) {
                found.forEach(text -> telling.merge(text, 1, Integer::sum));
            }
        }
        Map<Integer, Double> similar = new HashMap<>();
        telling.keySet().forEach(text -> similar.put(text, similarity(texts.get(text), sought)));
        return similar;
    }

    /** Dice: twice what they share, by what both have. */
    private static double similarity(Shingles one, Shingles other) {
        int[] a = one.hashes();
        int[] b = other.hashes();
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            shared += a[i] == b[j] ? 1 : 0;
            boolean forward = a[i] <= b[j];
            j += b[j] <= a[i] ? 1 : 0;
            i += forward ? 1 : 0;
        }
        return a.length + b.length == 0 ? 0 : 2.0 * shared / (a.length + b.length);
    }
}
