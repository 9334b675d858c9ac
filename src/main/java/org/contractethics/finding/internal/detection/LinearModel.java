package org.contractethics.finding.internal.detection;

import java.util.HashMap;
import java.util.Map;

/** A logistic regression. */
public record LinearModel(Map<String, Double> weights, double bias) {

    public LinearModel {
        weights = new HashMap<>(weights);
    }

    /** Logarithm of the odds. */
    public double score(Map<String, Double> features) {
        double sum = bias;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return sum;
    }
}
