package org.contractethics.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.contractethics.search.internal.ExportingHits;
import org.contractethics.search.internal.ExportingHits.Format;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.shared.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a search finds, as a spreadsheet or as comma separated values. */
@Controller
class ExportPages {

    private final ExportingHits exporting;
    private final String baseUrl;

    ExportPages(ExportingHits exporting, @Value("${contract-ethics.base-url}") String baseUrl) {
        this.exporting = exporting;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/search/hits.xlsx")
    void spreadsheet(
            @RequestParam MultiValueMap<String, String> parameters,
            Actor viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(Format.XLSX, SearchQuery.of(parameters), viewer, request, response);
    }

    @GetMapping("/search/hits.csv")
    void values(
            @RequestParam MultiValueMap<String, String> parameters,
            Actor viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(Format.CSV, SearchQuery.of(parameters), viewer, request, response);
    }

    private void write(
            Format format, SearchQuery query, Actor viewer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean asks = request.getMethod().equals("HEAD");
        if (!asks) {
            exporting.begin(query, format, viewer);
        }
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"clauses." + format.name().toLowerCase(java.util.Locale.ROOT) + "\"");
        if (!asks) {
            exporting.write(query, format, viewer, baseUrl, response.getOutputStream());
        }
    }
}
