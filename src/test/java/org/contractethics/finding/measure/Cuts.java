package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Chooses the threshold with the best F1 on what was scored. One lucky cut says little of others, so each is judged together with its
 * neighbours, and the one chosen is the median of those that are best in drawings with replacement from what was scored.
 */
final class Cuts {

    /** Neighbours on either side, as a share of how many are found. */
    private static final double NEIGHBOURS = 0.1;

    private static final int DRAWINGS = 31;

    /** The same examples give the same threshold. */
    private static final long SEED = 7;

    private Cuts() {}

    record Judged(double probability, boolean labelled) {}

    /** @param missed how many are labelled and cannot be found by any threshold */
    static double best(List<Judged> scored, int missed) {
        Random random = new Random(SEED);
        List<Double> cuts = new ArrayList<>();
        for (int i = 0; i < DRAWINGS; i++) {
            List<Judged> drawn = drawn(scored, random);
            if (drawn.stream().anyMatch(Judged::labelled)) {
                cuts.add(bestOf(drawn, missed));
            }
        }
        cuts.sort(Comparator.naturalOrder());
        return cuts.isEmpty() ? bestOf(scored, missed) : cuts.get(cuts.size() / 2);
    }

    /** Each as often as chance has it, once in the mean. */
    private static List<Judged> drawn(List<Judged> scored, Random random) {
        List<Judged> drawn = new ArrayList<>();
        for (Judged one : scored) {
            for (int times = poisson(random); times > 0; times--) {
                drawn.add(one);
            }
        }
        return drawn;
    }

    /** A number distributed as Poisson's of mean 1, by the method of Knuth. */
    private static int poisson(Random random) {
        int number = 0;
        for (double product = random.nextDouble(); product > Math.exp(-1); product *= random.nextDouble()) {
            number++;
        }
        return number;
    }

    private static double bestOf(List<Judged> scored, int missed) {
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
