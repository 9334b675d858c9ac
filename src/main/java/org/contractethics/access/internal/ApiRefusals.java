package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says no to an API call as a problem document (RFC 9457), with the bearer challenge of RFC 6750. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final JsonMapper json;
    private final RouteTable routes;

    ApiRefusals(JsonMapper json, RouteTable routes) {
        this.json = json;
        this.routes = routes;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, jakarta.servlet.ServletException {
        challenge.commence(request, response, exception);
        write(response, 401, "Send a valid access token of this realm in the Authorization header.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        if (routes.find(request).isPresent()) {
            write(response, 403, "None of your roles may do this.");
        } else if (routes.knows(request)) {
            response.setHeader(HttpHeaders.ALLOW, routes.methods(request));
            write(response, 405, "This address does not take this kind of request.");
        } else {
            write(response, 404, "There is no such address in this API.");
        }
    }

    private void write(HttpServletResponse response, int status, String detail) throws IOException {
        ProblemDocuments.write(response, ProblemDocuments.of(status, List.of(detail)), json);
    }
}
