package org.contractethics.review.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.contractethics.review.KeptInTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers until the end of a request what its form, its check and its act all ask for; outside of a request, until the end of the
 * transaction. Where there is neither, nothing is remembered.
 */
public final class OncePerRequest {

    private OncePerRequest() {}

    /** What a transaction asked; being a synchronization ties it to that transaction. */
    private record Answers(Map<String, Object> known) implements TransactionSynchronization {

        /** What was asked since may rest on what is gone. */
        @Override
        public void savepointRollback(Object savepoint) {
            known.clear();
        }
    }

    /** @param question what is asked; the answer must not change while the request runs, or be forgotten where it does */
    public static <T> T ask(Class<T> kind, String question, Supplier<T> answering) {
        String name = name(kind, question);
        Object known = known(name);
        if (known != null && kind.isInstance(known)) {
            return kind.cast(known);
        }
        T answer = answering.get();
        remember(name, answer);
        return answer;
    }

    static void forget(Class<?> kind, String question) {
        String name = name(kind, question);
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(name, RequestAttributes.SCOPE_REQUEST);
        }
        KeptInTransaction.find(Answers.class)
                .ifPresent(answers -> answers.known().remove(name));
    }

    private static @Nullable Object known(String name) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            return request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        }
        return KeptInTransaction.find(Answers.class)
                .map(answers -> answers.known().get(name))
                .orElse(null);
    }

    private static void remember(String name, Object answer) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(name, answer, RequestAttributes.SCOPE_REQUEST);
        } else {
            KeptInTransaction.begin(Answers.class, () -> new Answers(new HashMap<>()))
                    .ifPresent(answers -> answers.known().put(name, answer));
        }
    }

    private static String name(Class<?> kind, String question) {
        return OncePerRequest.class.getName() + " " + kind.getName() + " " + question;
    }
}
