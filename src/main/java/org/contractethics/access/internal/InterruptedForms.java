package org.contractethics.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * What happens to a form that arrives without a valid session or forgery token. One that a page of our own sent is shown
 * again, so that nobody types it twice; nothing is ever carried out without a valid token. What must not be stored together with
 * its author goes back to the browser and is kept nowhere.
 */
@Component
public class InterruptedForms {

    /** Where a signed-in person finds the form they had typed. */
    public static final String PAGE = "/interrupted";

    /** Shows a form that could not be kept, straight from the request that brought it. */
    public static final String UNSENT = "/interrupted/unsent";

    /** The request attribute with the form that {@link #UNSENT} shows. */
    public static final String FORM_ATTRIBUTE = "org.contractethics.access.unsent-form";

    private final SignedInActor people;
    private final ReturningPerson returning;
    private final RouteTable routes;

    InterruptedForms(SignedInActor people, ReturningPerson returning, RouteTable routes) {
        this.people = people;
        this.returning = returning;
        this.routes = routes;
    }

    /** Answers a form without a valid token; says whether it did. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Optional<Actor> actor = people.signedIn();
        if (actor.isEmpty() && request.getRequestURI().equals(request.getContextPath() + "/sign-out")) {
            response.sendRedirect(request.getContextPath() + "/signed-out");
            return true;
        }
        KeptForm form = KeptForm.of(request).orElse(null);
        if (form == null) {
            return false;
        }
        Optional<String> author = actor.map(Actor::username).or(() -> returning.username(request));
        if (author.isPresent() && form.fits() && routes.mayKeep(request)) {
            form.keepIn(request.getSession(), author.get());
            String next = actor.isPresent() ? PAGE : SignInAddress.START;
            PartialUpdates.redirect(request, response, request.getContextPath() + next);
        } else if (PartialUpdates.is(request)) {
            // the text stands in the page that is still open; replacing that page would lose it
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            request.setAttribute(FORM_ATTRIBUTE, form);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher(UNSENT).forward(request, response);
        }
        return true;
    }
}
