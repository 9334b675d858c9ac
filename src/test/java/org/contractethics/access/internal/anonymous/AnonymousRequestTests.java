package org.contractethics.access.internal.anonymous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.Locale;
import org.contractethics.access.AnonymousPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AnonymousRequestTests {

    private final MockHttpServletRequest sent = new MockHttpServletRequest("POST", "/speak/de/check");
    private final AnonymousRequest seen = new AnonymousRequest(sent, Locale.GERMAN);

    /** S1 and S2: what is not let through cannot be kept. */
    @Test
    void nothing_that_tells_of_the_sender_is_let_through() {
        sent.setRemoteAddr("203.0.113.77");
        for (String header : new String[] {
            "User-Agent",
            "X-Forwarded-For",
            "Forwarded",
            "CF-Connecting-IP",
            "True-Client-IP",
            "Referer",
            "Authorization",
            "Accept-Language",
            "Sec-CH-UA",
            "X-Invented-Tomorrow"
        }) {
            sent.addHeader(header, "canary");
            assertThat(seen.getHeader(header)).as(header).isNull();
            assertThat(seen.getHeaders(header).hasMoreElements()).as(header).isFalse();
        }

        assertThat(seen.getRemoteAddr() + seen.getRemoteHost()).doesNotContain("203");
        assertThat(Collections.list(seen.getHeaderNames())).isEmpty();
        assertThat(seen.getLocale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void only_the_cookies_of_these_pages_are_let_through() {
        sent.setCookies(new Cookie("SESSION", "employee"), new Cookie(AnonymousPages.SESSION_COOKIE, "filer"));

        assertThat(seen.getCookies()).extracting(Cookie::getName).containsExactly(AnonymousPages.SESSION_COOKIE);
    }

    @Test
    void there_is_no_session_to_look_up_or_to_make() {
        assertThat(seen.getSession(false)).isNull();
        assertThatThrownBy(seen::getSession).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seen.getSession(true)).isInstanceOf(IllegalStateException.class);
        assertThat(sent.getSession(false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/speak,ar,ar",
        "/speak,'de-AT,en;q=0.5',de",
        "/speak,ja,en",
        "/speak,'',en",
        "/speak,;;;,en",
        "/speak/fr/file,de,fr",
        "/speak/xx,es,es"
    })
    void the_language_is_that_of_the_address_or_the_first_there_is(String path, String accepted, String language) {
        MockHttpServletRequest asked = new MockHttpServletRequest("GET", path);
        asked.addHeader("Accept-Language", accepted);

        assertThat(AnonymousPages.languageOf(asked)).isEqualTo(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource({"/speak,true", "/speak/en,true", "/speak;x=1,true", "/speaker,false", "/concerns,false", "/,false"})
    void the_wall_stands_around_these_pages_and_no_others(String path, boolean inside) {
        assertThat(AnonymousPages.isOne(new MockHttpServletRequest("GET", path)))
                .isEqualTo(inside);
    }
}
