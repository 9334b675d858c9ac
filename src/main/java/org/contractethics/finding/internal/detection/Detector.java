package org.contractethics.finding.internal.detection;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.contractethics.finding.internal.matching.Features.OfClause;
import org.contractethics.finding.internal.matching.Features.OfSentence;

/**
 * Finds one term: a model of whole clauses and one of their sentences, which count alike. The first knows what the clause is about, the
 * second is not misled by what else stands in it.
 *
 * @param clauseThreshold probability from which a clause is found
 * @param contractThreshold probability of the best clause from which the contract is said to have the term
 */
public record Detector(LinearModel clauses, LinearModel sentences, double clauseThreshold, double contractThreshold) {

    /**
     * @param start offset of the sentence that speaks most for the term
     * @param end offset behind it
     */
    public record Likely(double probability, int start, int end) {}

    public Likely likely(OfClause clause) {
        OfSentence best = new OfSentence(0, 0, Map.of());
        double most = clause.sentences().isEmpty() ? sentences.bias() : Double.NEGATIVE_INFINITY;
        for (OfSentence sentence : clause.sentences()) {
            double score = sentences.score(sentence.values());
            if (score > most) {
                most = score;
                best = sentence;
            }
        }
        return new Likely(probability(clauses.score(clause.whole()), most), best.start(), best.end());
    }

    /** @param clause and {@code sentence}: logarithms of the odds of the clause and of the best of its sentences */
    public static double probability(double clause, double sentence) {
        return 1 / (1 + Math.exp(-(clause + sentence) / 2));
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
