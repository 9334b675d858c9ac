package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.search.internal.Concepts.Recognised;

/**
 * Queries for clauses that are worded like the model clauses of a concept. Most words of a model clause stand in every other
 * contract, so to look for all of them finds half of the index. They only rank; clauses are found by the words that few concepts share.
 */
final class ModelClauses {

    /** A clause is like a model clause if it shares this much of its words. */
    private static final String LIKE = "30%";

    private static final double WEIGHT = 0.6;

    /** A word in the wordings of more concepts than these tells none of them from the others. */
    private static final int SHARED_BY_MOST = 5;

    /** Of the words that tell, the share a clause must have to be found by them alone, and at least so many. */
    private static final double SHARE_FOUND_BY = 0.25;

    private static final int LEAST_FOUND_BY = 2;

    /** Enough to put clauses in an order before the best of them are compared with the whole model clause, and no more. */
    private static final double WEIGHT_FOUND_BY = 0.02 * WEIGHT;

    private final Map<String, Integer> concepts = new HashMap<>();

    ModelClauses(List<Concept> catalogue) {
        for (Concept concept : catalogue) {
            Set<String> stems = new HashSet<>();
            Stream.concat(concept.model().stream(), concept.phrases().stream())
                    .forEach(text -> stems.addAll(PlainStems.of(text)));
            stems.forEach(stem -> concepts.merge(stem, 1, Integer::sum));
        }
    }

    /** Clauses that share a good part of all the words: exact, and dear over many clauses. */
    List<Query> like(Recognised found) {
        return found.concept().model().stream()
                .map(model -> Query.of(q -> q.match(m -> m.field("text")
                        .query(model)
                        .minimumShouldMatch(LIKE)
                        .boost((float) (found.weight() * WEIGHT)))))
                .toList();
    }

    /** Clauses that share some of the words that tell this concept from others. */
    List<Query> near(Recognised found) {
        return found.concept().model().stream()
                .map(this::distinct)
                .filter(words -> !words.isEmpty())
                .map(words -> Query.of(q -> q.match(m -> m.field("text")
                        .query(String.join(" ", words))
                        .minimumShouldMatch(String.valueOf(shared(words.size())))
                        .boost((float) (found.weight() * WEIGHT_FOUND_BY)))))
                .toList();
    }

    List<String> distinct(String model) {
        return PlainStems.telling(model).stream()
                .filter(word ->
                        PlainStems.of(word).stream().allMatch(stem -> concepts.getOrDefault(stem, 0) <= SHARED_BY_MOST))
                .toList();
    }

    /** Of so many telling words of a model clause, how many a clause must have to be found by them. */
    static int shared(int words) {
        return Math.max(Math.min(LEAST_FOUND_BY, words), (int) (words * SHARE_FOUND_BY));
    }
}
