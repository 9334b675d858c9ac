package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Sign-in and sign-out as a browser does them, through the real Keycloak. */
@IntegrationTest
class SignInIT {

    private static final String PASSWORD = "ethics-demo";

    private final String ours;
    private final KeycloakProperties keycloak;
    private final Visitor visitor = new Visitor();

    @Autowired
    SignInIT(@Value("${contract-ethics.base-url}") String ours, KeycloakProperties keycloak) {
        this.ours = ours;
        this.keycloak = keycloak;
    }

    @Test
    void leads_through_keycloak_with_pkce_and_back_to_the_page_that_was_asked_for() {
        HttpResponse<String> page = visitor.signIn(visitor.get(ours + "/account"), "dana.whitfield", PASSWORD);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/account");
        assertThat(page.body()).contains("Dana Whitfield", "Human-rights reviewer");
        assertThat(visitor.visited())
                .filteredOn(address -> address.toString().startsWith(keycloak.endpoint("auth")))
                .extracting(URI::getQuery)
                .allSatisfy(query -> assertThat(query).contains("code_challenge_method=S256", "code_challenge="));
    }

    @Test
    void changes_the_session_id_so_that_a_planted_one_is_worth_nothing() {
        HttpResponse<String> login = visitor.get(ours + "/account");
        String before = Objects.requireNonNull(visitor.cookie("SESSION"), "a session before the sign-in");

        visitor.signIn(login, "dana.whitfield", PASSWORD);

        assertThat(visitor.cookie("SESSION")).isNotNull().isNotEqualTo(before);
        Visitor attacker = new Visitor();
        assertThat(attacker.getWithSession(ours + "/account", before).uri().toString())
                .startsWith(keycloak.issuer());
    }

    @Test
    void ends_here_and_at_keycloak_when_the_person_signs_out() {
        HttpResponse<String> page = visitor.signIn(visitor.get(ours + "/account"), "erin.walsh", PASSWORD);

        HttpResponse<String> end = visitor.post(ours + "/sign-out", Map.of("_csrf", Visitor.token(page)));

        assertThat(end.uri().getPath()).isEqualTo("/signed-out");
        assertThat(end.body()).contains("You are signed out");
        assertThat(visitor.cookie(ReturningPerson.COOKIE)).isNull();
        assertThat(visitor.get(ours + "/account").body()).contains("kc-form-login");
    }

    @Test
    void signing_out_needs_the_forgery_token() {
        visitor.signIn(visitor.get(ours + "/account"), "erin.walsh", PASSWORD);

        assertThat(visitor.post(ours + "/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.get(ours + "/account").statusCode()).isEqualTo(200);
    }

    @Test
    void shows_an_interrupted_form_after_the_next_sign_in_and_forgets_it_once_it_is_sent() {
        visitor.signIn(visitor.get(ours + "/account"), "noah.kim", PASSWORD);
        visitor.forget("SESSION");

        HttpResponse<String> again = visitor.postFromOwnPage(ours, "/account/theme", Map.of("theme", "dark"));
        HttpResponse<String> sent =
                visitor.post(ours + "/account/theme", Map.of("theme", "dark", "_csrf", Visitor.token(again)));

        assertThat(again.uri().getPath()).isEqualTo(InterruptedForms.PAGE);
        assertThat(again.body()).contains("Nothing was sent yet", "value=\"dark\"");
        assertThat(sent.uri().getPath()).isEqualTo("/account");
        assertThat(visitor.cookie("theme")).isEqualTo("dark");
        assertThat(visitor.get(ours + InterruptedForms.PAGE).uri().getPath()).isNotEqualTo(InterruptedForms.PAGE);
    }

    @Test
    void hands_the_form_back_to_a_browser_that_remembers_nothing() {
        HttpResponse<String> answer =
                visitor.postFromOwnPage(ours, "/account/theme", Map.of("theme", "because it harms"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing was sent yet", "because it harms", "Sign in again in a new tab");
    }
}
