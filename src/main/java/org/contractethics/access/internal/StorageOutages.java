package org.contractethics.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.contractethics.access.StorageOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 where the database fails filters, the sessions above all: what handlers meet is answered further in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class StorageOutages extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(StorageOutages.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            String state = StorageOutage.state(failure).orElse(null);
            if (state == null || response.isCommitted()) {
                throw failure;
            }
            log.error("the database takes nothing in state={}", state);
            StorageOutage.mark(request);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, StorageOutage.API);
        }
    }
}
