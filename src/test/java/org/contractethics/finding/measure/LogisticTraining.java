package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains a logistic regression by stochastic gradient descent with steps per feature (AdaGrad) and keeps the heaviest weights. The
 * same examples in the same order give the same model.
 */
final class LogisticTraining {

    private static final int EPOCHS = Integer.getInteger("cuad.epochs", 10);
    private static final double STEP = Double.parseDouble(System.getProperty("cuad.step", "0.5"));
    private static final double DECAY = Double.parseDouble(System.getProperty("cuad.decay", "2e-5"));
    private static final double WEIGHT_OF_FOUND = Double.parseDouble(System.getProperty("cuad.found", "3"));
    private static final int KEPT = Integer.getInteger("cuad.kept", 1_500);

    /** A clause as numbers. */
    record Vector(int[] features, float[] values) {}

    /** @param kept index to weight of the features that are kept */
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
        float[] weights = new float[features];
        float[] squares = new float[features];
        double bias = 0;
        double biasSquares = 1e-6;
        List<Integer> order = new ArrayList<>(IntStream.range(0, vectors.size()).boxed().toList());
        Random random = new Random(20_261_126);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            java.util.Collections.shuffle(order, random);
            for (int example : order) {
                Vector vector = vectors.get(example);
                double sum = bias;
                for (int i = 0; i < vector.features().length; i++) {
                    sum += weights[vector.features()[i]] * vector.values()[i];
                }
                boolean positive = found.get(example);
                double error = 1 / (1 + Math.exp(-sum)) - (positive ? 1 : 0);
                if (Math.abs(error) < 0.005) {
                    continue;
                }
                error *= positive ? WEIGHT_OF_FOUND : 1;
                for (int i = 0; i < vector.features().length; i++) {
                    int feature = vector.features()[i];
                    double slope = error * vector.values()[i] + DECAY * weights[feature];
                    squares[feature] += (float) (slope * slope);
                    weights[feature] -= (float) (STEP * slope / (Math.sqrt(squares[feature]) + 0.01));
                }
                biasSquares += error * error;
                bias -= STEP * error / Math.sqrt(biasSquares);
            }
        }
        return pruned(weights, bias);
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
        private final List<Float> rarity = new ArrayList<>();

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
                    boolean phrase = name.startsWith("phrase:");
                    rarity.add(phrase ? 1f : (float) Math.log(1.5 * contracts.size() / contractsWith));
                }
            });
        }

        int size() {
            return names.size();
        }

        /** By how much the values of a feature are raised, because it is rare. */
        float rarity(int number) {
            return rarity.get(number);
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
                values[i] = known.get(i).getValue().floatValue() * rarity.get(index[i]);
            }
            return new Vector(index, values);
        }
    }
}
