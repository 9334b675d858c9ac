package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What becomes of a form that is sent after the sign-in expired. */
@IntegrationTest
class InterruptedFormsIT {

    private static final String FORM = "/account/theme";
    private static final String SESSION = "SESSION";
    private static final Duration SPENT = Duration.ofHours(10);

    private final MockMvcTester mvc;
    private final ReturningPerson returning;

    @Autowired
    InterruptedFormsIT(MockMvcTester mvc, ReturningPerson returning) {
        this.mvc = mvc;
        this.returning = returning;
    }

    @Test
    void keeps_what_was_typed_and_asks_for_the_sign_in() {
        MvcTestResult answer = sendWithoutSession("because it harms", cookieOf("dana.whitfield"));

        assertThat(answer).hasStatus(302).redirectedUrl().isEqualTo(SignInAddress.START);
        assertThat(interruptedPage(answer, "dana.whitfield"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was sent yet", "because it harms", FORM + "?tab=2", "_csrf")
                .doesNotContain("of-the-session-that-expired");
    }

    @Test
    void never_shows_the_kept_form_to_the_next_person_at_the_same_computer() {
        MvcTestResult answer = sendWithoutSession("because it harms", cookieOf("dana.whitfield"));

        assertThat(interruptedPage(answer, "erin.walsh"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/");
        assertThat(interruptedPage(answer, "dana.whitfield"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/");
    }

    @Test
    void keeps_nothing_that_another_site_sent() {
        MvcTestResult foreign = mvc.post()
                .uri(FORM)
                .cookie(cookieOf("dana.whitfield"))
                .header(HttpHeaders.ORIGIN, "http://evil.example")
                .param("reasons", "planted")
                .exchange();
        MvcTestResult crossSite = mvc.post()
                .uri(FORM)
                .cookie(cookieOf("dana.whitfield"))
                .header(HttpHeaders.ORIGIN, "http://localhost")
                .header("Sec-Fetch-Site", "cross-site")
                .param("reasons", "planted")
                .exchange();

        assertThat(interruptedPage(foreign, "dana.whitfield")).hasStatus(302);
        assertThat(interruptedPage(crossSite, "dana.whitfield")).hasStatus(302);
    }

    @Test
    void stores_nothing_for_strangers_but_hands_the_form_back() {
        MvcTestResult answer = sendWithoutSession("because it harms", new Cookie("other", "x"));
        MvcTestResult forged =
                sendWithoutSession("because it harms", new Cookie(ReturningPerson.COOKIE, "ZGFuYQ.9999999999.x"));

        assertThat(answer).hasStatus(403).hasForwardedUrl(InterruptedForms.UNSENT);
        assertThat(forged).hasStatus(403).hasForwardedUrl(InterruptedForms.UNSENT);
        assertThat(interruptedPage(answer, "dana.whitfield")).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/concerns",
                "/concerns/new",
                "/concerns/new/check",
                "/concerns/8d0b4a46-63f2-4a37-8f6f-9d6f2f8a3a11/messages",
                "/concerns/8d0b4a46-63f2-4a37-8f6f-9d6f2f8a3a11/answer"
            })
    void stores_nothing_of_a_concern_but_hands_it_back(String path) {
        MvcTestResult answer = send(path, "I saw children held", cookieOf("erin.walsh"));

        assertThat(answer).hasStatus(403).hasForwardedUrl(InterruptedForms.UNSENT);
        assertThat(answer.getRequest().getAttribute(InterruptedForms.FORM_ATTRIBUTE))
                .asString()
                .contains("I saw children held");
        assertThat(interruptedPage(answer, "erin.walsh")).hasStatus(302);
    }

    @Test
    void stores_no_more_than_256_kilobytes() {
        MvcTestResult answer = sendWithoutSession("x".repeat(256 * 1024), cookieOf("dana.whitfield"));

        assertThat(answer).hasStatus(403).hasForwardedUrl(InterruptedForms.UNSENT);
        assertThat(interruptedPage(answer, "dana.whitfield")).hasStatus(302);
    }

    @Test
    void carries_out_nothing_without_a_valid_token() {
        MvcTestResult stale = mvc.post()
                .uri(FORM)
                .with(People.signedInAs("dana.whitfield"))
                .header(HttpHeaders.ORIGIN, "http://localhost")
                .param("theme", "dark")
                .exchange();

        assertThat(stale).hasStatus(302).redirectedUrl().isEqualTo(InterruptedForms.PAGE);
        assertThat(stale.getResponse().getCookie("theme")).isNull();
    }

    @Test
    void a_sign_in_of_ten_hours_ago_is_over_and_what_was_typed_is_kept() {
        MvcTestResult answer =
                send(FORM, "because it harms", cookieOf("dana.whitfield"), People.signedInAgo("dana.whitfield", SPENT));

        assertThat(answer).hasStatus(302).redirectedUrl().isEqualTo(SignInAddress.START);
        assertThat(interruptedPage(answer, "dana.whitfield")).bodyText().contains("because it harms");
        assertThat(mvc.get().uri("/account").with(People.signedInAgo("dana.whitfield", SPENT)))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo(SignInAddress.START);
        assertThat(mvc.get().uri("/account").with(People.signedInAgo("dana.whitfield", SPENT.minusMinutes(5))))
                .hasStatusOk();
    }

    /** The token of the session is still good: it must not carry out what its session may not. */
    @Test
    void a_sign_in_of_ten_hours_ago_carries_nothing_out() {
        MvcTestResult answer = mvc.post()
                .uri(FORM)
                .with(People.signedInAgo("dana.whitfield", SPENT))
                .with(csrf())
                .param("theme", "dark")
                .exchange();

        assertThat(answer).hasStatus(302).redirectedUrl().isEqualTo(SignInAddress.START);
        assertThat(answer.getResponse().getCookie("theme")).isNull();
    }

    @Test
    void refuses_a_signed_in_post_from_another_site_and_says_so() {
        MvcTestResult refused = mvc.post()
                .uri(FORM)
                .with(People.signedInAs("dana.whitfield"))
                .header(HttpHeaders.ORIGIN, "http://evil.example")
                .param("theme", "dark")
                .exchange();

        assertThat(refused).hasStatus(403);
        assertThat(ForeignForm.is(refused.getRequest())).isTrue();
        assertThat(ForeignForm.is(mvc.get()
                        .uri("/audit/reads")
                        .with(People.signedInAs("erin.walsh"))
                        .exchange()
                        .getRequest()))
                .as("a missing role is none")
                .isFalse();
    }

    @Test
    void sends_a_page_part_to_the_sign_in_as_a_whole_page() {
        assertThat(mvc.get().uri("/account").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
    }

    private MvcTestResult sendWithoutSession(String reasons, Cookie cookie) {
        return send(FORM + "?tab=2", reasons, cookie);
    }

    private MvcTestResult send(String address, String reasons, Cookie cookie) {
        return send(address, reasons, cookie, request -> request);
    }

    private MvcTestResult send(String address, String reasons, Cookie cookie, RequestPostProcessor person) {
        return mvc.post()
                .uri(address)
                .with(person)
                .cookie(cookie)
                .header(HttpHeaders.ORIGIN, "http://localhost")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .formField("reasons", reasons)
                .formField("_csrf", "of-the-session-that-expired")
                .exchange();
    }

    private Cookie cookieOf(String username) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        returning.remember(username, new MockHttpServletRequest(), response);
        return Objects.requireNonNull(response.getCookie(ReturningPerson.COOKIE), "the cookie of a returning person");
    }

    /** What the person sees of it after signing in again in the same browser. */
    private MvcTestResult interruptedPage(MvcTestResult answer, String username) {
        Cookie session = answer.getResponse().getCookie(SESSION);
        return mvc.get()
                .uri(InterruptedForms.PAGE)
                .cookie(session == null ? new Cookie("other", "x") : session)
                .with(People.signedInAs(username))
                .exchange();
    }
}
