package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Trains a logistic regression with a penalty on large weights, and keeps the heaviest. The same examples give the same model; nothing
 * is left to chance.
 */
final class LogisticTraining {

    private static final double PENALTY = 0.1;
    private static final double WEIGHT_OF_FOUND = 3;
    private static final int KEPT = 2_500;

    /** A clause as numbers. */
    @SuppressWarnings("ArrayRecordComponent") // numbers of an inner loop; nobody compares them
    record Vector(int[] features, float[] values) {}

    /** @param kept index to weight of the features that are kept */
    @SuppressWarnings("ArrayRecordComponent") // numbers of an inner loop; nobody compares them
    record Trained(Map<Integer, Float> kept, float[] weights, float bias) {

        double score(Vector vector) {
            double sum = bias;
            for (int i = 0; i < vector.features().length; i++) {
                sum += weights[vector.features()[i]] * vector.values()[i];
            }
            return sum;
        }
    }

    private LogisticTraining() {}

    static Trained train(List<Vector> vectors, List<Boolean> found, int features) {
        double[] point = Lbfgs.minimise((at, gradient) -> loss(vectors, found, at, gradient), features + 1);
        float[] weights = new float[features];
        for (int i = 0; i < features; i++) {
            weights[i] = (float) point[i];
        }
        return pruned(weights, point[features]);
    }

    /** Negative log-likelihood, clauses with the term counted more often, with a penalty on large weights. */
    private static double loss(List<Vector> vectors, List<Boolean> found, double[] at, double[] gradient) {
        int features = at.length - 1;
        double loss = 0;
        for (int i = 0; i < features; i++) {
            gradient[i] = PENALTY * at[i];
            loss += PENALTY * at[i] * at[i] / 2;
        }
        gradient[features] = 0;
        for (int example = 0; example < vectors.size(); example++) {
            int[] index = vectors.get(example).features();
            float[] values = vectors.get(example).values();
            double sum = at[features];
            for (int i = 0; i < index.length; i++) {
                sum += at[index[i]] * values[i];
            }
            int sign = found.get(example) ? 1 : -1;
            double weight = sign > 0 ? WEIGHT_OF_FOUND : 1;
            double odds = Math.exp(Math.min(30, -sign * sum));
            loss += weight * Math.log(1 + odds);
            double slope = -sign * weight * odds / (1 + odds);
            for (int i = 0; i < index.length; i++) {
                gradient[index[i]] += slope * values[i];
            }
            gradient[features] += slope;
        }
        return loss;
    }

    private static Trained pruned(float[] weights, double bias) {
        List<Integer> heaviest = new ArrayList<>(IntStream.range(0, weights.length)
                .filter(i -> weights[i] != 0)
                .boxed()
                .sorted((a, b) -> Float.compare(Math.abs(weights[b]), Math.abs(weights[a])))
                .limit(KEPT)
                .toList());
        Map<Integer, Float> kept = new LinkedHashMap<>();
        float[] sparse = new float[weights.length];
        for (int i : heaviest) {
            float rounded = Math.round(weights[i] * 1000) / 1000f;
            kept.put(i, rounded);
            sparse[i] = rounded;
        }
        return new Trained(kept, sparse, (float) bias);
    }
}
