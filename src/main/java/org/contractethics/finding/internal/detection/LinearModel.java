package org.contractethics.finding.internal.detection;

import java.util.HashMap;
import java.util.Map;

/**
 * A logistic regression.
 *
 * @param clauseThreshold probability from which a clause is found
 * @param contractThreshold probability of the best clause from which the contract is said to have the term
 */
public record LinearModel(
        Map<String, Double> weights, double bias, double clauseThreshold, double contractThreshold) {

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
}
