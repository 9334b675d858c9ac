package org.contractethics.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.contractethics.search.internal.SearchDown;
import org.contractethics.search.internal.SearchQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A file that cannot be made because the cluster is down is answered by the notice of the search page. */
@ControllerAdvice(assignableTypes = {ExportPages.class})
class SearchDownPages {

    @ExceptionHandler
    ModelAndView down(SearchDown down, HttpServletResponse response) {
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        SearchQuery query = SearchQuery.of(Map.<String, List<String>>of());
        return SearchView.of(query, "/search", "", () -> {
            throw down;
        });
    }
}
