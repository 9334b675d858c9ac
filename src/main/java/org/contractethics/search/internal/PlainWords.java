package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is asked of the cluster where somebody typed words without any operator. */
@Component
class PlainWords {

    /** The fields words are looked for in, with their weights. */
    static final List<String> FIELDS = List.of("text", "heading^0.5");

    /** Read together, so that abbreviations and full names stand for each other. */
    Query of(SearchQuery query) {
        return Query.of(q -> q.multiMatch(m -> m.query(query.words())
                .type(TextQueryType.CrossFields)
                .fields(FIELDS)
                .lenient(true)
                // up to three words are all needed, of more three quarters
                .minimumShouldMatch("3<75%")));
    }
}
