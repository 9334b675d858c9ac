package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each new paragraph the old one it comes from: equal ones in their order first, then, among what is left, the most
 * similar ones wherever they stand. Needs memory in proportion to the two texts.
 */
final class Matching {

    static final int NONE = -1;

    /** Between the same neighbours little in common is enough; far away two paragraphs must be very much alike. */
    private static final double NEARBY = 0.35;

    private static final double ANYWHERE = 0.6;

    /** "None." stands in many places: that short it has not moved, it is just there again. */
    private static final int SHORTEST_MOVE = 5;

    private final List<Shingles> old;
    private final List<Shingles> now;
    private final int[] oldOf;
    private final int[] gapOfOld;
    private final int[] gapOfNow;

    private record Pair(int old, int now, double similarity, boolean near) {}

    private Matching(List<Shingles> old, List<Shingles> now) {
        this.old = old;
        this.now = now;
        this.oldOf = new int[now.size()];
        this.gapOfOld = new int[old.size()];
        this.gapOfNow = new int[now.size()];
        Arrays.fill(oldOf, NONE);
        Arrays.fill(gapOfOld, NONE);
        Arrays.fill(gapOfNow, NONE);
    }

    /** For each new paragraph the index of the old one; {@link #NONE} where it is new. */
    static int[] of(List<Passage> old, List<Passage> now) {
        Matching matching = new Matching(shingles(old), shingles(now));
        matching.matchEqual();
        matching.matchSimilar();
        return matching.oldOf;
    }

    private static List<Shingles> shingles(List<Passage> passages) {
        return passages.stream().map(passage -> Shingles.of(passage.text())).toList();
    }

    /** Equal paragraphs in their order; what stands between the same two of them lies in one gap. */
    private void matchEqual() {
        Map<String, Integer> ids = new HashMap<>();
        List<Integer> before = ids(old, ids);
        List<Integer> after = ids(now, ids);
        int oldAt = 0;
        int nowAt = 0;
        int gap = 0;
        for (EqualOnes.Equal equal : EqualOnes.inOrder(before, after)) {
            Arrays.fill(gapOfOld, oldAt, equal.old(), gap);
            Arrays.fill(gapOfNow, nowAt, equal.now(), gap);
            oldOf[equal.now()] = equal.old();
            oldAt = equal.old() + 1;
            nowAt = equal.now() + 1;
            gap++;
        }
        Arrays.fill(gapOfOld, oldAt, old.size(), gap);
        Arrays.fill(gapOfNow, nowAt, now.size(), gap);
    }

    private static List<Integer> ids(List<Shingles> texts, Map<String, Integer> ids) {
        return texts.stream()
                .map(text -> ids.computeIfAbsent(text.key(), key -> ids.size()))
                .toList();
    }

    private void matchSimilar() {
        ShingleIndex index = new ShingleIndex(old);
        for (int i = 0; i < old.size(); i++) {
            if (gapOfOld[i] != NONE) {
                index.add(i);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (oldOf[i] == NONE) {
                addPairs(i, index, pairs);
            }
        }
        pairs.sort(Comparator.comparing(Pair::near)
                .thenComparingDouble(Pair::similarity)
                .reversed()
                .thenComparingInt(pair -> Math.abs(pair.old() - pair.now())));
        boolean[] taken = new boolean[old.size()];
        for (Pair pair : pairs) {
            if (!taken[pair.old()] && oldOf[pair.now()] == NONE) {
                taken[pair.old()] = true;
                oldOf[pair.now()] = pair.old();
            }
        }
    }

    private void addPairs(int at, ShingleIndex index, List<Pair> pairs) {
        index.similar(now.get(at)).forEach((candidate, similarity) -> {
            boolean near = gapOfOld[candidate] == gapOfNow[at];
            boolean enough = near
                    ? similarity >= NEARBY
                    : similarity >= ANYWHERE && now.get(at).words() >= SHORTEST_MOVE;
            if (enough) {
                pairs.add(new Pair(candidate, at, similarity, near));
            }
        });
    }
}
