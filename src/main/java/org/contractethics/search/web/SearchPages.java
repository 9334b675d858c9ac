package org.contractethics.search.web;

import java.util.List;
import org.contractethics.document.Documents.Clause;
import org.contractethics.search.internal.ContractSearch;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.Suggesting;
import org.contractethics.search.internal.Suggesting.Suggestion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search page, and the clauses like another one. */
@Controller
class SearchPages {

    private final ContractSearch search;
    private final Suggesting suggesting;
    private final BesideClauses beside;

    SearchPages(ContractSearch search, Suggesting suggesting, BesideClauses beside) {
        this.search = search;
        this.suggesting = suggesting;
        this.beside = beside;
    }

    @GetMapping("/search")
    ModelAndView search(@RequestParam MultiValueMap<String, String> parameters, Actor viewer) {
        var query = SearchQuery.of(parameters);
        return SearchView.of(query, "/search", "", () -> search.find(query, viewer))
                .addAllObjects(beside.of(query, viewer));
    }

    /** Clauses like this one, in all documents the viewer may read. */
    @GetMapping("/search/like/{versionId}/{ordinal}")
    ModelAndView like(
            @PathVariable DocumentVersionId versionId,
            @PathVariable int ordinal,
            @RequestParam MultiValueMap<String, String> parameters,
            Actor viewer) {
        Clause clause = search.readable(versionId, ordinal, viewer);
        var query = SearchQuery.of(parameters);
        String path = "/search/like/" + versionId + "/" + ordinal;
        return SearchView.of(query, path, "Clauses like " + name(clause), () -> search.like(clause, query, viewer))
                .addObject("sample", clause);
    }

    @GetMapping("/search/suggestions")
    ModelAndView suggestions(@RequestParam(defaultValue = "") String q, Actor viewer) {
        List<Suggestion> found = suggesting.to(q, viewer);
        return new ModelAndView("search/suggestions").addObject("suggestions", found);
    }

    private static String name(Clause clause) {
        String name = (clause.number() + " " + clause.heading()).strip();
        return name.isEmpty() ? "clause " + (clause.ordinal() + 1) : name;
    }
}
