package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the threshold with the best F1 on what was scored, judged together with its neighbours: one lucky cut says little of others. */
final class Cuts {

    /** Neighbours on either side, as a share of how many are found. */
    private static final double NEIGHBOURS = 0.1;

    private Cuts() {}

    record Judged(double probability, boolean labelled) {}

    /** @param missed how many are labelled and cannot be found by any threshold */
    static double best(List<Judged> scored, int missed) {
        List<Judged> sorted = new ArrayList<>(scored);
        sorted.sort(Comparator.comparingDouble(Judged::probability).reversed());
        double[] f1 = f1(sorted, missed);
        double best = -1;
        double cut = 1;
        for (int i = 0; i < f1.length; i++) {
            boolean last = i + 1 == f1.length;
            double next = last ? 0 : sorted.get(i + 1).probability();
            double mean = mean(f1, i);
            if (mean > best && (last || next < sorted.get(i).probability())) {
                best = mean;
                cut = (sorted.get(i).probability() + next) / 2;
            }
        }
        return cut;
    }

    private static double[] f1(List<Judged> sorted, int missed) {
        long labelled = missed + sorted.stream().filter(Judged::labelled).count();
        double[] f1 = new double[sorted.size()];
        int right = 0;
        for (int i = 0; i < f1.length; i++) {
            right += sorted.get(i).labelled() ? 1 : 0;
            f1[i] = 2.0 * right / (i + 1 + labelled);
        }
        return f1;
    }

    private static double mean(double[] f1, int at) {
        int reach = Math.max(1, (int) (at * NEIGHBOURS));
        int from = Math.max(0, at - reach);
        int to = Math.min(f1.length - 1, at + reach);
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += f1[i];
        }
        return sum / (to - from + 1);
    }
}
