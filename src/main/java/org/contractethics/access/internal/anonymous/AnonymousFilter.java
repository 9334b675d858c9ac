package org.contractethics.access.internal.anonymous;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.StorageOutage;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else but the headers of proxies, also before the sessions of signed-in people: what an employee's browser
 * sends along is not even read. Only the count of tries learns where a request came from, and forgets it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class AnonymousFilter extends OncePerRequestFilter {

    private final ClientKeys clients;
    private final AnonymousUploads uploads;

    AnonymousFilter(ClientKeys clients, AnonymousUploads uploads) {
        this.clients = clients;
        this.uploads = uploads;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AnonymousPages.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale language = AnonymousPages.languageOf(request);
        request.setAttribute(ClientKeys.ATTRIBUTE, clients.keyOf(request.getRemoteAddr()));
        AnonymousHeaders.write(response, request.isSecure());
        AnonymousRequest asked = new AnonymousRequest(request, language);
        AnonymousResponse answer = new AnonymousResponse(response);
        QuietLogs.begin();
        try {
            pass(asked, answer, chain);
            explain(asked, answer, response);
        } finally {
            QuietLogs.end();
            request.removeAttribute(ClientKeys.ATTRIBUTE);
        }
    }

    private void pass(AnonymousRequest asked, AnonymousResponse answer, FilterChain chain) {
        try {
            int refusal = uploads.enter(asked);
            if (refusal != 0) {
                answer.sendError(refusal);
                return;
            }
            try {
                chain.doFilter(asked, answer);
            } finally {
                uploads.leave(asked);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            asked.setAttribute(AnonymousPages.REFERENCE, AnonymousFailures.logged(e));
            answer.sendError(
                    StorageOutage.causes(e)
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /** The page of a refusal, made within these walls: the server's own would ask for the session. */
    private static void explain(AnonymousRequest asked, AnonymousResponse answer, HttpServletResponse response)
            throws ServletException, IOException {
        if (answer.refusal() == 0 || response.isCommitted()) {
            return;
        }
        asked.becomesRefused();
        response.resetBuffer();
        response.setStatus(answer.refusal());
        asked.setAttribute(AnonymousPages.STATUS, answer.refusal());
        asked.getRequestDispatcher(AnonymousPages.PROBLEM).forward(asked, new AnonymousResponse(response));
    }
}
