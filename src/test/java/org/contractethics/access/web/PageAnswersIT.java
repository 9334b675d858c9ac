package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Headers and refusals that hold for every page. */
@IntegrationTest
class PageAnswersIT {

    private final MockMvcTester mvc;

    @Autowired
    PageAnswersIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void pages_carry_a_policy_without_inline_anything() {
        MvcTestResult page = mvc.get().uri("/signed-out").exchange();

        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .contains("form-action 'self' http", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getResponse().getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.getResponse().getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.getResponse().getHeader("Permissions-Policy")).contains("geolocation=()");
        assertThat(page.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signed-out", "/help", "/accessibility", "/sign-in-failed"})
    void pages_for_everyone_start_no_session(String path) {
        assertThat(mvc.get().uri(path).exchange().getResponse().getCookie("SESSION"))
                .isNull();
    }

    @Test
    void a_malformed_id_names_nothing() {
        assertThat(mvc.get().uri("/contracts/not-an-id").with(People.signedInAs("dana.whitfield")))
                .hasStatus(404)
                .bodyText()
                .contains("Not found", "Go to your start page");
    }

    @Test
    void a_missing_contract_is_a_page_not_a_stack_trace() {
        assertThat(mvc.get().uri("/contracts/" + UUID.randomUUID()).with(People.signedInAs("dana.whitfield")))
                .hasStatus(404)
                .bodyText()
                .doesNotContain("Exception");
    }

    @Test
    void an_address_without_a_rule_is_not_found_for_people_and_asks_others_to_sign_in() {
        assertThat(mvc.get().uri("/nothing-here").with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
        assertThat(mvc.get().uri("/nothing-here")).hasStatus(302);
    }

    @Test
    void the_page_of_failures_is_no_address_of_its_own() {
        assertThat(mvc.get().uri("/error"))
                .hasStatus(404)
                .bodyText()
                .contains("Not found", "Nothing is found at this address");
        assertThat(mvc.get().uri("/error").with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
        assertThat(mvc.get().uri("/error").with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
                    return request;
                }))
                .hasStatus(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/contracts?page=two",
                "/api/contracts?page=0",
                "/api/contracts?page=1.5",
                "/api/contracts?page=",
                "/api/contracts?page=1&page=2",
                "/api/inbox?page=-1",
                "/api/search?q=audit&page=99999999999",
                "/api/webhooks/deliveries?page=last"
            })
    void a_program_that_asks_for_no_page_is_told_which_parameter_cannot_be_read(String address) {
        assertThat(mvc.get().uri(address).with(People.tokenOf("priya.raman")))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("\"field\":\"page\"", "Pages are numbered from 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/contracts?page=1", "/api/inbox?page=2", "/api/search?q=audit"})
    void any_number_of_a_page_is_answered(String address) {
        assertThat(mvc.get().uri(address).with(People.tokenOf("priya.raman"))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contracts?page=two", "/inbox?page=0", "/search?q=audit&page=last"})
    void a_mistyped_page_in_the_address_of_a_page_still_opens_the_first(String address) {
        assertThat(mvc.get().uri(address).with(People.signedInAs("priya.raman")))
                .hasStatusOk();
    }

    @Test
    void the_wrong_method_is_said_to_be_wrong() {
        assertThat(mvc.post()
                        .uri("/help")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatus(405);
    }

    @Test
    void actuator_shows_health_without_details_and_nothing_else() {
        assertThat(mvc.get().uri("/actuator/health/liveness"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(mvc.get().uri("/actuator/env").with(People.signedInAs("august.lund")))
                .hasStatus(404);
    }

    @Test
    void the_description_of_the_api_is_for_people_who_signed_in() {
        assertThat(mvc.get().uri("/v3/api-docs")).hasStatus(302);
        assertThat(mvc.get().uri("/v3/api-docs").with(People.signedInAs("erin.walsh")))
                .hasStatusOk()
                .bodyText()
                .contains("\"bearer\"", "/api/")
                .doesNotContain("\"/contracts/{");
    }

    @Test
    void the_frame_names_the_person_and_offers_only_what_they_may_open() {
        assertThat(mvc.get().uri("/account").with(People.signedInAs("erin.walsh")))
                .hasStatusOk()
                .bodyText()
                .contains("Erin Walsh", "href=\"/contracts\"", "Skip to main content")
                .doesNotContain("href=\"/audit\"");
        assertThat(mvc.get().uri("/account").with(People.signedInAs("august.lund")))
                .bodyText()
                .contains("href=\"/audit\"");
    }
}
