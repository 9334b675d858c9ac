package org.contractethics.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.contractethics.search.internal.Alerts;
import org.contractethics.search.internal.ContractSearch;
import org.contractethics.search.internal.SavedSearch;
import org.contractethics.search.internal.SavedSearches;
import org.contractethics.search.internal.SearchAnswer;
import org.contractethics.search.internal.SearchDown;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.shared.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search as JSON. */
@RestController
@Tag(name = "Search")
class SearchApi {

    private final ContractSearch search;
    private final SavedSearches saved;
    private final Alerts alerts;

    SearchApi(ContractSearch search, SavedSearches saved, Alerts alerts) {
        this.search = search;
        this.saved = saved;
        this.alerts = alerts;
    }

    @GetMapping("/api/search")
    @Operation(
            summary =
                    "Find clauses of contract documents, and of incidents and their evidence, that the caller may read",
            description =
                    "Operators: \"exact phrase\", \"near words\"~5, spelling~, begin*, AND, OR, NOT, parentheses, and fields such as heading:audit. "
                            + "What makes no sense is read as words. Facets (agency, country, capability, tier, outcome, type, year, finding) take exact values, each may be repeated. "
                            + "A hit with an incident tells of what became known of a signed contract, or of a file that came with it; "
                            + "the title of a file inside another names those around it. "
                            + "Answers 503 while search is down.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "what to look for")
    @Parameter(name = "versions", in = ParameterIn.QUERY, description = "all: superseded versions too")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "documents: clauses of documents only; evidence: incidents and their evidence only")
    @Parameter(name = "in", in = ParameterIn.QUERY, description = "id of the one document version to search")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "from 1")
    SearchAnswer search(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) Actor viewer) {
        return search.find(SearchQuery.of(parameters), viewer);
    }

    @GetMapping("/api/search/saved/{id}/new")
    @Operation(
            summary = "What the alert of a saved search of the caller has told, as far as they may read it now",
            description =
                    "Clauses of documents, and passages of incidents and their evidence. Answers 503 while search is down.")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "from 1")
    SearchAnswer told(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) Actor owner) {
        SavedSearch own = saved.own(id, owner);
        SearchQuery query = saved.query(own).withPageOf(SearchQuery.of(parameters));
        return search.find(query.among(alerts.told(own, owner)), owner);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> down(SearchDown down) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Search does not answer at the moment. Try again in a minute.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem);
    }
}
