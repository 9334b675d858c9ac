package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Requests for a part of a page. They cannot follow a redirect to another page or origin, so the page is told to move. */
final class PartialUpdates {

    private PartialUpdates() {}

    static boolean is(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    static void redirect(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (is(request)) {
            response.setHeader("HX-Redirect", address);
        } else {
            response.sendRedirect(address);
        }
    }
}
