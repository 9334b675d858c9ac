package org.contractethics.search.web;

import java.util.Map;
import org.contractethics.search.internal.AlsoSearched;
import org.contractethics.search.internal.AwardSearch;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** What the search page shows beside the clauses: the concepts that were looked for too, and contracts of the register. */
@Component
class BesideClauses {

    private final AlsoSearched also;
    private final AwardSearch awards;

    BesideClauses(AlsoSearched also, AwardSearch awards) {
        this.also = also;
        this.awards = awards;
    }

    Map<String, Object> of(SearchQuery query, Actor viewer) {
        return Map.of(
                "also", also.names(query), "wordsOnly", also.wordsOnly(query), "awards", awards.find(query, viewer));
    }
}
