package org.contractethics.search.web;

import java.util.Map;
import org.contractethics.search.internal.ContractSearch;
import org.contractethics.search.internal.SearchAnswer;
import org.contractethics.search.internal.SearchDown;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search page. */
@Controller
class SearchPages {

    private static final Logger log = LoggerFactory.getLogger(SearchPages.class);

    private final ContractSearch search;
    private final BesideClauses beside;

    SearchPages(ContractSearch search, BesideClauses beside) {
        this.search = search;
        this.beside = beside;
    }

    @GetMapping("/search")
    ModelAndView search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String versions,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam Map<String, String> parameters,
            Actor viewer) {
        var query = SearchQuery.of(q, parameters, "all".equals(versions), page);
        try {
            return page(query, search.find(query, viewer), viewer).addObject("down", false);
        } catch (SearchDown e) {
            log.warn("search is down: {}", e.getMessage());
            ModelAndView notice =
                    page(query, SearchAnswer.nothing(query), viewer).addObject("down", true);
            // 503 in the usual frame: a person reads the notice, and no program takes the page for "nothing found"
            notice.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return notice;
        }
    }

    private ModelAndView page(SearchQuery query, SearchAnswer answer, Actor viewer) {
        var links = new PageLinks(query);
        return new ModelAndView("search/search")
                .addObject("query", query)
                .addObject("answer", answer)
                .addObject("facetNames", Facet.values())
                .addObject("links", links)
                .addObject("pager", links.pager(answer))
                .addAllObjects(beside.of(query, viewer));
    }
}
