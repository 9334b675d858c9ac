package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import org.contractethics.search.internal.SearchQuery.Sample;

/** Clauses that say something like a given one: its telling words, most of which another has to share. */
final class SimilarClauses {

    private static final int TELLING_WORDS = 25;
    private static final String SHARED = "30%";

    private SimilarClauses() {}

    static Query to(Sample sample) {
        return Query.of(q -> q.moreLikeThis(m -> m.fields(List.of("text", "heading"))
                .like(like -> like.text(sample.words()))
                // a small register has words that stand in two clauses only
                .minDocFreq(2)
                .minTermFreq(1)
                .minWordLength(3)
                .maxQueryTerms(TELLING_WORDS)
                .minimumShouldMatch(SHARED)));
    }
}
