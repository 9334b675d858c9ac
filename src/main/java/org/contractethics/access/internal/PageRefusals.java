package org.contractethics.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What happens on the pages when somebody is not signed in, no longer signed in, or not allowed. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final InterruptedForms interrupted;
    private final SignedInActor people;
    private final RouteTable routes;

    PageRefusals(InterruptedForms interrupted, SignedInActor people, RouteTable routes) {
        this.interrupted = interrupted;
        this.people = people;
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (PartialUpdates.is(request)) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + SignInAddress.START);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException, ServletException {
        if (exception instanceof CsrfException) {
            if (!interrupted.answer(request, response)) {
                refuseForeign(request, response);
            }
        } else if (routes.find(request).isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (routes.knows(request)) {
            response.setHeader(HttpHeaders.ALLOW, routes.methods(request));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void refuseForeign(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (people.signedIn().isPresent()) {
            ForeignForm.mark(request);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(request.getContextPath() + SignInAddress.START);
        }
    }
}
