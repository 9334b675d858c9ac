package org.contractethics.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page of ours that a refused request came from. */
final class WayBack {

    private WayBack() {}

    /** Path and query of that page; null where the browser does not say, or names another site or this very page. */
    static @Nullable String of(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        if (referrer == null) {
            return null;
        }
        try {
            URI page = new URI(referrer);
            boolean ours = request.getServerName().equals(page.getHost())
                    && page.getRawPath() != null
                    && page.getRawPath().startsWith("/")
                    && !page.getRawPath().startsWith("//");
            boolean sameGet = method(request).equals("GET") && path(request).equals(page.getRawPath());
            if (!ours || sameGet) {
                return null;
            }
            return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    // while the page of a failure is made, the request goes by another method and path than the one that failed
    private static String method(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod())
                .toString();
    }

    private static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI())
                .toString();
    }
}
