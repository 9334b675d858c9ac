package org.contractethics.review.internal.execution;

import java.util.function.Supplier;
import org.contractethics.document.ExecutedCopies.Compared;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Holds the same copies against the same documents once in a request: its form, its check and its signature ask for it. Neither changes,
 * as both are named by their versions. Outside of a request nothing is remembered.
 */
final class ComparedOnce {

    private ComparedOnce() {}

    /** @param question what is held against what */
    static Compared of(String question, Supplier<Compared> comparing) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return comparing.get();
        }
        String name = ComparedOnce.class.getName() + " " + question;
        if (request.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof Compared known) {
            return known;
        }
        Compared compared = comparing.get();
        request.setAttribute(name, compared, RequestAttributes.SCOPE_REQUEST);
        return compared;
    }
}
