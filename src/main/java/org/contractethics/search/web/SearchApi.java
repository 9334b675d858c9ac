package org.contractethics.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.contractethics.search.internal.ContractSearch;
import org.contractethics.search.internal.SearchAnswer;
import org.contractethics.search.internal.SearchDown;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search as JSON. */
@RestController
@Tag(name = "Search")
class SearchApi {

    private final ContractSearch search;

    SearchApi(ContractSearch search) {
        this.search = search;
    }

    @GetMapping("/api/search")
    @Operation(
            summary = "Find clauses of contract documents the caller may read",
            description =
                    "Operators: \"exact phrase\", +all, either | or, -not, begin*. Answers 503 while search is down.")
    SearchAnswer search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Parameter(description = "all: superseded versions too") @Nullable
                    String versions,
            @RequestParam(required = false) @Nullable String page,
            @Parameter(description = "agency, country, tier, type: exact values to narrow to") @RequestParam
                    Map<String, String> parameters,
            @Parameter(hidden = true) Actor viewer) {
        return search.find(SearchQuery.of(q, parameters, "all".equals(versions), page), viewer);
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
