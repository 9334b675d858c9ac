package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SeenFieldsTests {

    private final MockHttpServletRequest form = new MockHttpServletRequest("POST", "/");

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200b", "\u00a0\u00a0", "\ufeff \u2060", "\u202e", "\u3164", "\u2800", "\udb40\udc01", "\u00ad"
            })
    void a_reason_that_shows_nothing_is_no_reason(String text) throws ServletException, IOException {
        form.addParameter("reason", text);

        ServletRequest read = read();

        assertThat(read.getParameter("reason")).isEmpty();
        assertThat(read.getParameterValues("reason")).containsExactly("");
        assertThat(read.getParameterMap().get("reason")).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200b",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\ud83d\udc69\u200d\u2696\ufe0f",
                "  ",
                ""
            })
    void other_texts_stay_as_they_were_typed(String text) throws ServletException, IOException {
        form.addParameter("reason", text);

        ServletRequest read = read();

        assertThat(read.getParameter("reason")).isEqualTo(text);
        assertThat(read.getParameterMap().get("reason")).containsExactly(text);
    }

    @Test
    void a_password_may_be_what_nobody_sees() throws ServletException, IOException {
        form.addParameter("password", "\u00a0");

        ServletRequest read = read();

        assertThat(read.getParameter("password")).isEqualTo("\u00a0");
        assertThat(read.getParameterValues("password")).containsExactly("\u00a0");
        assertThat(read.getParameter("other")).isNull();
        assertThat(read.getParameterValues("other")).isNull();
    }

    private ServletRequest read() throws ServletException, IOException {
        MockFilterChain chain = new MockFilterChain();
        new SeenFields().doFilter(form, new MockHttpServletResponse(), chain);
        ServletRequest request = chain.getRequest();
        assertThat(request).isNotNull();
        return request == null ? form : request;
    }
}
