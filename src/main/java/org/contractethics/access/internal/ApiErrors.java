package org.contractethics.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** What filters and the server refuse below {@code /api} is a problem document too, not the error page of a browser. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends OncePerRequestFilter {

    private final JsonMapper json;

    ApiErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ProblemDocuments.wantedBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int status) throws IOException {
                sendError(status, null);
            }

            @Override
            public void sendError(int status, @Nullable String message) throws IOException {
                HttpStatus known = HttpStatus.resolve(status);
                int answered = known == null ? 500 : status;
                String reason = message == null || message.isBlank() ? reason(answered) : message;
                resetBuffer();
                ProblemDocuments.write(response, ProblemDocuments.of(answered, List.of(reason)), json);
            }
        });
    }

    private static String reason(int status) {
        return status < 500
                ? "Something in the request was not as expected. Nothing was changed."
                : "Something went wrong on our side. What was not saved as a whole was not saved at all.";
    }
}
