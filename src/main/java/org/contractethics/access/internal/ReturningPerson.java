package org.contractethics.access.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in the browser who signed in last, so that a form typed before the sign-in expired is shown to its author and to
 * nobody else, and so that strangers cannot fill the session store with forms. It signs nobody in.
 */
@Component
class ReturningPerson {

    static final String COOKIE = "returning";

    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;

    ReturningPerson(KeycloakProperties keycloak, Clock clock) {
        this.key = new SecretKeySpec(keycloak.pagesSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    void remember(String username, HttpServletRequest request, HttpServletResponse response) {
        String content = TEXT.encodeToString(username.getBytes(StandardCharsets.UTF_8)) + "."
                + clock.instant().plus(REMEMBERED).getEpochSecond();
        ResponseCookie cookie = ResponseCookie.from(COOKIE, content + "." + signature(content))
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The account name of whoever signed in last in this browser; empty after they signed out. */
    Optional<String> username(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
        if (parts.length != 3 || !signed(parts[0] + "." + parts[1], parts[2])) {
            return Optional.empty();
        }
        return Long.parseLong(parts[1]) < clock.instant().getEpochSecond()
                ? Optional.empty()
                : Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    }

    private boolean signed(String content, String signature) {
        return MessageDigest.isEqual(
                signature(content).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return TEXT.encodeToString(mac.doFinal(("returning:" + content).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }
}
