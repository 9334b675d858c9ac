package org.contractethics.finding.internal.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A logistic regression.
 *
 * @param clauseThreshold probability from which a clause is found
 * @param contractThreshold probability of the best clause from which the contract is said to have the term
 */
public record LinearModel(Map<String, Double> weights, double bias, double clauseThreshold, double contractThreshold) {

    public LinearModel {
        weights = new HashMap<>(weights);
    }

    public double probability(Map<String, Double> features) {
        double sum = bias;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * The clauses of one document that are found: none where the best does not pass the threshold of contracts; otherwise those above
     * the threshold of clauses, and at least the best.
     *
     * @param probabilities of each clause, in order
     */
    public List<Integer> found(List<Double> probabilities) {
        OptionalInt best = IntStream.range(0, probabilities.size())
                .reduce((one, other) -> probabilities.get(other) > probabilities.get(one) ? other : one);
        if (best.isEmpty() || probabilities.get(best.getAsInt()) < contractThreshold) {
            return List.of();
        }
        List<Integer> found = IntStream.range(0, probabilities.size())
                .filter(i -> probabilities.get(i) >= clauseThreshold)
                .boxed()
                .toList();
        return found.isEmpty() ? List.of(best.getAsInt()) : found;
    }
}
