package org.contractethics.search.internal;

import java.util.Comparator;
import java.util.List;

/** Figures for a list of scored hits. Equal scores are put in the order that is worst for the search. */
final class Judging {

    private Judging() {}

    /** @param gain 0 for a hit that does not answer */
    record Scored(double score, double gain) {}

    static List<Scored> against(List<Scored> hits) {
        return hits.stream()
                .sorted(Comparator.comparingDouble((Scored hit) -> -(double) (float) hit.score())
                        .thenComparingDouble(Scored::gain))
                .toList();
    }

    /** @param ideal every gain there is, found or not */
    static double ndcg(List<Scored> hits, List<Double> ideal, int at) {
        double best = gained(ideal.stream().sorted(Comparator.reverseOrder()).toList(), at);
        return best == 0 ? 0 : gained(against(hits).stream().map(Scored::gain).toList(), at) / best;
    }

    /** Whether one of the first hits answers. */
    static boolean answered(List<Scored> hits, int within) {
        return against(hits).stream().limit(within).anyMatch(hit -> hit.gain() > 0);
    }

    private static double gained(List<Double> gains, int at) {
        double sum = 0;
        for (int i = 0; i < Math.min(at, gains.size()); i++) {
            sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }
}
