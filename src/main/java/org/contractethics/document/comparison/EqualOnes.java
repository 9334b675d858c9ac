package org.contractethics.document.comparison;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds equal paragraphs that stand in the same order on both sides. A diff takes steps in proportion to the paragraphs and to
 * what differs: only what stands on both sides takes part in one, and no more of it than a request can wait for. Beyond that,
 * paragraphs that stand once on each side are what the others are matched by.
 */
final class EqualOnes {

    /** So many paragraphs of the two sides together are compared by a diff. */
    static final int MOST_COMPARED = 20_000;

    private final List<Integer> before;
    private final List<Integer> after;
    private final int[] oldOf;

    private EqualOnes(List<Integer> before, List<Integer> after) {
        this.before = before;
        this.after = after;
        this.oldOf = new int[after.size()];
        Arrays.fill(oldOf, Matching.NONE);
    }

    /** @param old index on the one side, {@code now} on the other */
    record Equal(int old, int now) {}

    /** @param before what stands on the one side, {@code after}: on the other; equal numbers stand for equal paragraphs */
    static List<Equal> inOrder(List<Integer> before, List<Integer> after) {
        List<Integer> oldPlaces = places(before, new HashSet<>(after));
        List<Integer> nowPlaces = places(after, new HashSet<>(before));
        EqualOnes ones = new EqualOnes(
                oldPlaces.stream().map(before::get).toList(),
                nowPlaces.stream().map(after::get).toList());
        if (oldPlaces.size() + nowPlaces.size() > MOST_COMPARED) {
            ones.matchUnique();
            ones.matchBeside();
        } else {
            ones.matchByDiff();
        }
        List<Equal> equal = new ArrayList<>();
        for (int i = 0; i < ones.oldOf.length; i++) {
            if (ones.oldOf[i] != Matching.NONE) {
                equal.add(new Equal(oldPlaces.get(ones.oldOf[i]), nowPlaces.get(i)));
            }
        }
        return equal;
    }

    private static List<Integer> places(List<Integer> ids, Set<Integer> onOtherSide) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (onOtherSide.contains(ids.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private void matchByDiff() {
        List<Change> changes =
                new ArrayList<>(new MyersDiffWithLinearSpace<Integer>().computeDiff(before, after, null));
        changes.sort(Comparator.comparingInt((Change change) -> change.startOriginal)
                .thenComparingInt(change -> change.startRevised));
        int oldAt = 0;
        int nowAt = 0;
        for (Change change : changes) {
            while (oldAt < change.startOriginal) {
                oldOf[nowAt++] = oldAt++;
            }
            oldAt = change.endOriginal;
            nowAt = change.endRevised;
        }
        while (nowAt < after.size()) {
            oldOf[nowAt++] = oldAt++;
        }
    }

    /** Of the paragraphs that stand once on each side, the longest run that keeps its order. */
    private void matchUnique() {
        Map<Integer, Integer> oldPlaces = unique(before);
        Map<Integer, Integer> nowPlaces = unique(after);
        int[] ends = new int[after.size()];
        int[] previous = new int[after.size()];
        int[] old = new int[after.size()];
        int length = 0;
        for (int i = 0; i < old.length; i++) {
            int place = oldPlaces.getOrDefault(after.get(i), Matching.NONE);
            if (place >= 0 && nowPlaces.getOrDefault(after.get(i), Matching.NONE) == i) {
                old[i] = place;
                int at = firstNotBelow(ends, length, old, place);
                previous[i] = at == 0 ? Matching.NONE : ends[at - 1];
                ends[at] = i;
                length = Math.max(length, at + 1);
            }
        }
        for (int i = length == 0 ? Matching.NONE : ends[length - 1]; i != Matching.NONE; i = previous[i]) {
            oldOf[i] = old[i];
        }
    }

    private static int firstNotBelow(int[] ends, int length, int[] old, int place) {
        int from = 0;
        int to = length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (old[ends[middle]] < place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Where each stands; those that stand more than once are told by {@link Matching#NONE}. */
    private static Map<Integer, Integer> unique(List<Integer> ids) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.merge(ids.get(i), i, (one, other) -> Matching.NONE);
        }
        return places;
    }

    /** Equal neighbours of matched ones: down from each and from the beginning, then up from each and from the end. */
    private void matchBeside() {
        int[] above = new int[oldOf.length];
        for (int i = oldOf.length - 1, bound = before.size(); i >= 0; i--) {
            bound = oldOf[i] == Matching.NONE ? bound : oldOf[i];
            above[i] = bound;
        }
        for (int i = 0, next = 0; i < oldOf.length; i++) {
            boolean equal = oldOf[i] == Matching.NONE && next < above[i] && isEqual(next, i);
            oldOf[i] = equal ? next : oldOf[i];
            next = oldOf[i] == Matching.NONE ? before.size() : oldOf[i] + 1;
        }
        int[] below = new int[oldOf.length];
        for (int i = 0, bound = Matching.NONE; i < oldOf.length; i++) {
            bound = oldOf[i] == Matching.NONE ? bound : oldOf[i];
            below[i] = bound;
        }
        for (int i = oldOf.length - 1, next = before.size() - 1; i >= 0; i--) {
            boolean equal = oldOf[i] == Matching.NONE && next > below[i] && isEqual(next, i);
            oldOf[i] = equal ? next : oldOf[i];
            next = oldOf[i] == Matching.NONE ? Matching.NONE : oldOf[i] - 1;
        }
    }

    private boolean isEqual(int old, int now) {
        return before.get(old).equals(after.get(now));
    }
}
