package org.contractethics.access.internal.anonymous;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of every answer below the anonymous pages: pages, files and failures alike (S45). */
final class AnonymousHeaders {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
                    + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    static final String TRANSPORT = "max-age=31536000; includeSubDomains";

    private static final Map<String, String> ALL = all();

    /** What the framework would set by its own mind, and what would let a browser or proxy keep or compare an answer. */
    private static final Set<String> TAKEN = Set.of("expires", "pragma", "etag", "last-modified", "vary", "server");

    private AnonymousHeaders() {}

    static void write(HttpServletResponse response, boolean secure) {
        ALL.forEach(response::setHeader);
        if (secure) {
            response.setHeader("Strict-Transport-Security", TRANSPORT);
        }
    }

    /** Whether nobody inside may set this header. */
    static boolean isFixed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TAKEN.contains(lower)
                || lower.equals("strict-transport-security")
                || ALL.keySet().stream()
                        .anyMatch(fixed -> fixed.toLowerCase(Locale.ROOT).equals(lower));
    }

    static Map<String, String> values() {
        return ALL;
    }

    private static Map<String, String> all() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Embedder-Policy", "require-corp");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Origin-Agent-Cluster", "?1");
        headers.put("X-DNS-Prefetch-Control", "off");
        headers.put("X-Robots-Tag", "noindex, nofollow, noarchive");
        headers.put(
                "Permissions-Policy",
                "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(),"
                        + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()");
        return Map.copyOf(headers);
    }
}
