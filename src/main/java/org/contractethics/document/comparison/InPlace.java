package org.contractethics.document.comparison;

import java.util.Arrays;
import java.util.List;

/** Tells which matched paragraphs kept their order: the heaviest ascending run; the others have moved. */
final class InPlace {

    private InPlace() {}

    /** @param oldOf index of the old paragraph of each new one, or {@link Matching#NONE} */
    static boolean[] of(int[] oldOf, List<Passage> now, int oldSize) {
        long[] best = new long[oldSize + 1];
        int[] holder = new int[oldSize + 1];
        int[] before = new int[oldOf.length];
        Arrays.fill(holder, Matching.NONE);
        Arrays.fill(before, Matching.NONE);
        int last = Matching.NONE;
        long heaviest = 0;
        for (int i = 0; i < oldOf.length; i++) {
            if (oldOf[i] != Matching.NONE) {
                int at = heaviestBelow(best, oldOf[i]);
                long weight = (at == 0 ? 0 : best[at]) + now.get(i).text().length() + 1;
                before[i] = at == 0 ? Matching.NONE : holder[at];
                raise(best, holder, oldOf[i] + 1, weight, i);
                if (weight > heaviest) {
                    heaviest = weight;
                    last = i;
                }
            }
        }
        boolean[] inPlace = new boolean[oldOf.length];
        for (int i = last; i != Matching.NONE; i = before[i]) {
            inPlace[i] = true;
        }
        return inPlace;
    }

    /** A Fenwick tree of maxima: the cell that holds the heaviest run ending below this old paragraph; 0 for none. */
    private static int heaviestBelow(long[] best, int old) {
        int found = 0;
        for (int at = old; at > 0; at -= at & -at) {
            found = best[at] > (found == 0 ? 0 : best[found]) ? at : found;
        }
        return found;
    }

    private static void raise(long[] best, int[] holder, int from, long weight, int index) {
        for (int at = from; at < best.length; at += at & -at) {
            if (weight > best[at]) {
                best[at] = weight;
                holder[at] = index;
            }
        }
    }
}
