package org.contractethics.search.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.access.Pager;
import org.contractethics.search.internal.SearchAnswer;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.SearchQuery.Facet;

/** Addresses of the same search with one thing changed. */
public final class PageLinks {

    private static final String PATH = "/search";

    private final SearchQuery query;

    PageLinks(SearchQuery query) {
        this.query = query;
    }

    /** The pages of the hits, as far as they can be turned to. */
    Pager pager(SearchAnswer answer) {
        long reachable = Math.min(answer.total(), (long) answer.pages() * SearchQuery.PAGE_SIZE);
        return new Pager(answer.page(), SearchQuery.PAGE_SIZE, reachable, PATH, parameters());
    }

    /** The first page of the same search without one of its filters. */
    public String without(Facet facet) {
        Map<String, List<String>> parameters = parameters();
        parameters.remove(facet.parameter());
        return new Pager(1, SearchQuery.PAGE_SIZE, 0, PATH, parameters).link(1);
    }

    private Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("q", List.of(query.words()));
        query.filters().forEach((facet, value) -> parameters.put(facet.parameter(), List.of(value)));
        if (query.allVersions()) {
            parameters.put("versions", List.of("all"));
        }
        return parameters;
    }
}
