package org.contractethics.search.web;

import java.util.List;
import java.util.function.Supplier;
import org.contractethics.search.internal.QueryField;
import org.contractethics.search.internal.SearchAnswer;
import org.contractethics.search.internal.SearchDown;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.FormProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page of hits, whatever led to them. */
final class SearchView {

    private static final Logger log = LoggerFactory.getLogger(SearchView.class);

    private SearchView() {}

    /**
     * @param heading what the page shows: the usual search where it is empty
     * @param asking answers the query or says that the cluster is down
     */
    static ModelAndView of(SearchQuery query, String path, String heading, Supplier<SearchAnswer> asking) {
        try {
            return page(query, path, heading, asking.get()).addObject("down", false);
        } catch (SearchDown e) {
            log.warn("search is down: {}", e.getMessage());
            ModelAndView notice =
                    page(query, path, heading, SearchAnswer.nothing(query)).addObject("down", true);
            // 503 in the usual frame: a person reads the notice, and no program takes the page for "nothing found"
            notice.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return notice;
        }
    }

    private static ModelAndView page(SearchQuery query, String path, String heading, SearchAnswer answer) {
        var links = new PageLinks(path, query);
        return new ModelAndView("search/search")
                .addObject("query", query)
                .addObject("typed", query.typed())
                .addObject("heading", heading)
                .addObject("answer", answer)
                .addObject("facetNames", Facet.values())
                .addObject("fieldNames", QueryField.values())
                .addObject("kinds", SearchQuery.Kind.values())
                .addObject("links", links)
                .addObject("pager", links.pager(answer))
                .addObject("savedName", "")
                .addObject("problems", List.<FormProblem>of());
    }
}
