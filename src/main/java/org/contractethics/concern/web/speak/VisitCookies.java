package org.contractethics.concern.web.speak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.StorageOutage;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.anonymous.FilerSessions;
import org.contractethics.concern.internal.anonymous.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** The visit of a filer who came back with their code, by its cookie (S15). */
@Component
class VisitCookies {

    private final FilerSessions sessions;

    VisitCookies(FilerSessions sessions) {
        this.sessions = sessions;
    }

    /** What the browser brought; it need not be of a visit that still lasts. */
    record Cookie(@Nullable Secret secret) {

        @Override
        public String toString() {
            return "Cookie";
        }
    }

    /** A visit that lasts. */
    record Visit(Secret secret, FilerSession session) {

        @Override
        public String toString() {
            return "Visit";
        }
    }

    /** Refuses with 401 where there is no visit, or none any more. */
    Visit require(Cookie cookie) {
        Secret secret = cookie.secret();
        return Optional.ofNullable(secret)
                .flatMap(this::used)
                .map(session -> new Visit(Objects.requireNonNull(secret), session))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private Optional<FilerSession> used(Secret secret) {
        try {
            return sessions.use(secret);
        } catch (DataAccessException | TransactionException failure) {
            if (StorageOutage.causes(failure)) {
                return sessions.look(secret);
            }
            throw failure;
        }
    }

    void end(Cookie cookie) {
        Optional.ofNullable(cookie.secret()).ifPresent(sessions::end);
    }

    static String of(Secret secret) {
        return cookie(AnonymousPages.SESSION_COOKIE, secret.text()).build().toString();
    }

    static String gone(String name) {
        return cookie(name, "").maxAge(0).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict");
    }

    /** Hands the cookie to controllers. */
    @Configuration(proxyBeanMethods = false)
    static class Arguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Cookie.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
            jakarta.servlet.http.Cookie sent =
                    asked == null ? null : WebUtils.getCookie(asked, AnonymousPages.SESSION_COOKIE);
            return new Cookie(
                    sent == null ? null : Secret.parse(sent.getValue()).orElse(null));
        }
    }
}
