package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.HashMap;
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
    private static final int KEPT = 3_000;

    /** A clause as numbers. */
    @SuppressWarnings("ArrayRecordComponent") // numbers of an inner loop; nobody compares them
    record Vector(int[] features, float[] values) {}

    /** @param kept index to weight of the features that are kept */
    @SuppressWarnings("ArrayRecordComponent") // numbers of an inner loop; nobody compares them
    record Trained(Map<Integer, Float> kept, float[] weights, float bias) {

        double probability(Vector vector) {
            double sum = bias;
            for (int i = 0; i < vector.features().length; i++) {
                sum += weights[vector.features()[i]] * vector.values()[i];
            }
            return 1 / (1 + Math.exp(-sum));
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
            Vector vector = vectors.get(example);
            double sum = at[features];
            for (int i = 0; i < vector.features().length; i++) {
                sum += at[vector.features()[i]] * vector.values()[i];
            }
            int sign = found.get(example) ? 1 : -1;
            double weight = sign > 0 ? WEIGHT_OF_FOUND : 1;
            double margin = -sign * sum;
            loss += weight * (margin > 30 ? margin : Math.log1p(Math.exp(margin)));
            double slope = -sign * weight / (1 + Math.exp(-margin));
            for (int i = 0; i < vector.features().length; i++) {
                gradient[vector.features()[i]] += slope * vector.values()[i];
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

    /** Numbers for the features that stand in several contracts; one that stands in few says nothing about the next. */
    static final class Vocabulary {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        Vocabulary(List<List<Map<String, Double>>> contracts, int least) {
            Map<String, Integer> count = new java.util.TreeMap<>();
            contracts.forEach(clauses -> clauses.stream()
                    .flatMap(clause -> clause.keySet().stream())
                    .distinct()
                    .forEach(name -> count.merge(name, 1, Integer::sum)));
            count.forEach((name, contractsWith) -> {
                if (contractsWith >= least) {
                    numbers.put(name, names.size());
                    names.add(name);
                }
            });
        }

        int size() {
            return names.size();
        }

        String name(int number) {
            return names.get(number);
        }

        Vector vector(Map<String, Double> features) {
            List<Map.Entry<String, Double>> known = features.entrySet().stream()
                    .filter(entry -> numbers.containsKey(entry.getKey()))
                    .toList();
            int[] index = new int[known.size()];
            float[] values = new float[known.size()];
            for (int i = 0; i < index.length; i++) {
                index[i] = numbers.get(known.get(i).getKey());
                values[i] = known.get(i).getValue().floatValue();
            }
            return new Vector(index, values);
        }
    }
}
