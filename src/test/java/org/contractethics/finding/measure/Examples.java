package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.finding.measure.LogisticTraining.Vector;

/** Clauses, or sentences, with what a model sees of them as numbers, and their labels. */
final class Examples {

    /** A feature that stands in fewer contracts of those trained on says nothing about the next. */
    private static final int LEAST_CONTRACTS = 3;

    /** @param clause number of the clause in its contract, also of a sentence */
    record Example(int contract, int clause, Vector features, Set<String> labels) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Example> all = new ArrayList<>();

    void add(int contract, int clause, Map<String, Double> features, Set<String> labels) {
        int[] index = new int[features.size()];
        float[] values = new float[features.size()];
        int at = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            index[at] = numbers.computeIfAbsent(feature.getKey(), this::named);
            values[at++] = feature.getValue().floatValue();
        }
        all.add(new Example(contract, clause, new Vector(index, values), labels));
    }

    private int named(String feature) {
        names.add(feature);
        return names.size() - 1;
    }

    /** What can be trained on some contracts: their features, numbered anew, and the names of these. */
    record Known(List<Example> examples, List<String> names) {

        List<Vector> vectors(Set<Integer> contracts) {
            return examples.stream()
                    .filter(one -> contracts.contains(one.contract()))
                    .map(Example::features)
                    .toList();
        }

        List<Boolean> labelled(Set<Integer> contracts, String category) {
            return examples.stream()
                    .filter(one -> contracts.contains(one.contract()))
                    .map(one -> one.labels().contains(category))
                    .toList();
        }
    }

    /** @param training the contracts whose features count; those of the others are known as far as these have them */
    Known known(Set<Integer> training) {
        int[] contractsWith = contractsWith(training);
        int[] renumbered = new int[names.size()];
        Arrays.fill(renumbered, -1);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < contractsWith.length; i++) {
            if (contractsWith[i] >= LEAST_CONTRACTS) {
                renumbered[i] = kept.size();
                kept.add(names.get(i));
            }
        }
        List<Example> examples = all.stream()
                .map(one ->
                        new Example(one.contract(), one.clause(), renumbered(one.features(), renumbered), one.labels()))
                .toList();
        return new Known(examples, kept);
    }

    private int[] contractsWith(Set<Integer> training) {
        int[] count = new int[names.size()];
        Map<Integer, Set<Integer>> features = new HashMap<>();
        all.stream().filter(one -> training.contains(one.contract())).forEach(one -> {
            Set<Integer> ofContract = features.computeIfAbsent(one.contract(), key -> new HashSet<>());
            Arrays.stream(one.features().features()).forEach(ofContract::add);
        });
        features.values().forEach(ofContract -> ofContract.forEach(feature -> count[feature]++));
        return count;
    }

    private static Vector renumbered(Vector vector, int[] numbers) {
        int[] index = new int[vector.features().length];
        float[] values = new float[index.length];
        int kept = 0;
        for (int i = 0; i < index.length; i++) {
            if (numbers[vector.features()[i]] >= 0) {
                index[kept] = numbers[vector.features()[i]];
                values[kept++] = vector.values()[i];
            }
        }
        return new Vector(Arrays.copyOf(index, kept), Arrays.copyOf(values, kept));
    }
}
