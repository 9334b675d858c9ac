package org.contractethics.policy.internal;

import java.time.LocalDate;
import java.util.function.IntSupplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The number of the version in force, read once for all the words of a page. Whoever writes reads it anew each time: what a transaction
 * rests on may have changed since its request began.
 *
 * @param on the day for which it was read
 */
record NumberOfRequest(int number, LocalDate on) {

    private static final String NAME = NumberOfRequest.class.getName();

    static int ask(LocalDate today, IntSupplier reading) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null || writing()) {
            return reading.getAsInt();
        }
        if (request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof NumberOfRequest known
                && known.on().equals(today)) {
            return known.number();
        }
        int number = reading.getAsInt();
        request.setAttribute(NAME, new NumberOfRequest(number, today), RequestAttributes.SCOPE_REQUEST);
        return number;
    }

    /** This request moved a version. */
    static void forget() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
