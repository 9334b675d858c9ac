package org.contractethics.review.internal;

import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Remembers until the end of a request what its form, its check and its act all ask for. Outside of a request nothing is remembered. */
public final class OncePerRequest {

    private OncePerRequest() {}

    /** @param question what is asked; the answer must not change while the request runs, or be forgotten where it does */
    public static <T> T ask(Class<T> kind, String question, Supplier<T> answering) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return answering.get();
        }
        Object known = request.getAttribute(name(kind, question), RequestAttributes.SCOPE_REQUEST);
        if (known != null && kind.isInstance(known)) {
            return kind.cast(known);
        }
        T answer = answering.get();
        request.setAttribute(name(kind, question), answer, RequestAttributes.SCOPE_REQUEST);
        return answer;
    }

    static void forget(Class<?> kind, String question) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(name(kind, question), RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static String name(Class<?> kind, String question) {
        return OncePerRequest.class.getName() + " " + kind.getName() + " " + question;
    }
}
