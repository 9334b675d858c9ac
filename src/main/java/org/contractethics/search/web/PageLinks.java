package org.contractethics.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.access.Pager;
import org.contractethics.search.internal.SearchAnswer;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.SearchQuery.Facet;

/** Addresses of the same search with one thing changed. */
public final class PageLinks {

    private final String path;
    private final SearchQuery query;

    /** @param path where this search is shown, beginning with a slash */
    PageLinks(String path, SearchQuery query) {
        this.path = path;
        this.query = query;
    }

    public String path() {
        return path;
    }

    /** The pages of the hits, as far as they can be turned to. */
    Pager pager(SearchAnswer answer) {
        long reachable = Math.min(answer.total(), (long) answer.pages() * SearchQuery.PAGE_SIZE);
        return new Pager(answer.page(), SearchQuery.PAGE_SIZE, reachable, path, query.parameters());
    }

    /** The first page of the same search without one of the values chosen. */
    public String without(Facet facet, String value) {
        Map<String, List<String>> parameters = parameters();
        List<String> others = new ArrayList<>(parameters.getOrDefault(facet.parameter(), List.of()));
        others.remove(value);
        parameters.put(facet.parameter(), others);
        return at(path, parameters);
    }

    /** The first page without any filter. */
    public String withoutFilters() {
        Map<String, List<String>> parameters = parameters();
        for (Facet facet : Facet.values()) {
            parameters.remove(facet.parameter());
        }
        return at(path, parameters);
    }

    /** The first page in all documents instead of one. */
    public String everywhere() {
        Map<String, List<String>> parameters = parameters();
        parameters.remove("in");
        return at(path, parameters);
    }

    /** The first page in documents and evidence alike. */
    public String everyKind() {
        Map<String, List<String>> parameters = parameters();
        parameters.remove("kind");
        return at(path, parameters);
    }

    /** All that is found, as a file. */
    public String file(String extension) {
        return at("/search/hits." + extension, parameters());
    }

    /** What a form has to carry along to mean the same search; each name with each of its values. */
    public List<Map.Entry<String, String>> fields() {
        return query.parameters().entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> Map.entry(one.getKey(), value)))
                .toList();
    }

    private Map<String, List<String>> parameters() {
        return new LinkedHashMap<>(query.parameters());
    }

    private static String at(String path, Map<String, List<String>> parameters) {
        String first = new Pager(1, SearchQuery.PAGE_SIZE, 0, path, parameters).link(1);
        return first.replaceFirst("[?&]page=1$", "");
    }
}
