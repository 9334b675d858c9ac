package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The texts of a form that is sent in parts are longer than the server reads of one. Tomcat says so by an exception of no kind of its
 * own and without a cause, which a file that is too large has, wherever the first field is asked for.
 */
final class LongParts {

    private static final String READER = "org.apache.catalina.connector.Request";
    private static final String MARK = LongParts.class.getName();

    private LongParts() {}

    static boolean cause(IllegalStateException failure) {
        StackTraceElement[] places = failure.getStackTrace();
        return failure.getCause() == null
                && places.length > 0
                && places[0].getClassName().equals(READER)
                && places[0].getMethodName().equals("parseParts");
    }

    /** The page of this request's refusal speaks of texts, not of a file. */
    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
