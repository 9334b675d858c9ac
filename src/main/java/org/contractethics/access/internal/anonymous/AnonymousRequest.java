package org.contractethics.access.internal.anonymous;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.access.AnonymousPages;
import org.jspecify.annotations.Nullable;

/**
 * A request without whatever tells who sent it. A list of what is let through, not of what is held back: a header invented tomorrow is
 * held back too.
 */
final class AnonymousRequest extends HttpServletRequestWrapper {

    private static final Set<String> HEADERS = Set.of(
            "accept", "content-length", "content-type", "host", "hx-request", "if-none-match", "transfer-encoding");
    private static final Set<String> COOKIES = Set.of(AnonymousPages.SESSION_COOKIE, AnonymousPages.FORM_COOKIE);
    private static final String NOBODY = "0.0.0.0";

    private final Locale language;
    private boolean refused;

    AnonymousRequest(HttpServletRequest request, Locale language) {
        super(request);
        this.language = language;
    }

    /** From now on it only asks for the page that explains the refusal. */
    void becomesRefused() {
        refused = true;
    }

    @Override
    public String getMethod() {
        return refused ? "GET" : super.getMethod();
    }

    @Override
    public String getRemoteAddr() {
        return NOBODY;
    }

    @Override
    public String getRemoteHost() {
        return NOBODY;
    }

    @Override
    public int getRemotePort() {
        return 0;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return null;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public Locale getLocale() {
        return language;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(language));
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        Cookie[] all = super.getCookies();
        return all == null
                ? null
                : Arrays.stream(all)
                        .filter(cookie -> COOKIES.contains(cookie.getName()))
                        .toArray(Cookie[]::new);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return passes(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return passes(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(AnonymousRequest::passes)
                .toList());
    }

    @Override
    public long getDateHeader(String name) {
        return passes(name) ? super.getDateHeader(name) : -1;
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return null;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("there are no sessions on the anonymous pages");
        }
        return null;
    }

    @Override
    public HttpSession getSession() {
        throw new IllegalStateException("there are no sessions on the anonymous pages");
    }

    @Override
    public String changeSessionId() {
        throw new IllegalStateException("there are no sessions on the anonymous pages");
    }

    private static boolean passes(String header) {
        return HEADERS.contains(header.toLowerCase(Locale.ROOT));
    }
}
