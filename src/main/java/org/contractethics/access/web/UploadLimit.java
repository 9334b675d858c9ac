package org.contractethics.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an upload that announces more than the limit before anything reads its body: the security filters look for the
 * forgery token in the form and would otherwise answer with a misleading 403.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit extends OncePerRequestFilter {

    static final String MESSAGE =
            "A document may have up to 50 MB, a file to import up to 25 MB. Nothing of this one was stored. Split it and upload its parts one by one.";

    private final long limit;

    UploadLimit(MultipartProperties multipart) {
        this.limit = multipart.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (upload && request.getContentLengthLong() > limit) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, MESSAGE);
        } else if (upload) {
            passParts(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void passParts(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IllegalStateException failure) {
            if (response.isCommitted() || !LongParts.cause(failure)) {
                throw failure;
            }
            LongParts.mark(request);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Answers.TOO_LONG);
        }
    }
}
