package org.contractethics.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.contractethics.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where people land after Keycloak sent them back. */
@Component
class SignInResult implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String FAILED = "/sign-in-failed";

    private static final Logger LOG = LoggerFactory.getLogger(SignInResult.class);

    private final AuthenticationSuccessHandler backToWhereTheyWere =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final SignedInActor people;
    private final ReturningPerson returning;

    SignInResult(SignedInActor people, ReturningPerson returning) {
        this.people = people;
        this.returning = returning;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        people.of(authentication).map(Actor::username).ifPresent(name -> returning.remember(name, request, response));
        if (KeptForm.in(request.getSession(false)).isPresent()) {
            response.sendRedirect(request.getContextPath() + InterruptedForms.PAGE);
        } else {
            backToWhereTheyWere.onAuthenticationSuccess(request, response, authentication);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        String code = exception instanceof OAuth2AuthenticationException failure
                ? failure.getError().getErrorCode()
                : exception.getClass().getSimpleName();
        LOG.info("sign-in failed code={}", code);
        boolean demonstration = code.equals(DemonstrationAccounts.ERROR_CODE);
        response.sendRedirect(request.getContextPath() + FAILED + (demonstration ? "?reason=demonstration" : ""));
    }
}
