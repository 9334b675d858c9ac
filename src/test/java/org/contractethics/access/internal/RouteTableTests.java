package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.contractethics.access.RouteRules;
import org.contractethics.access.RouteRules.Rule;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

class RouteTableTests {

    private static final Actor AUDITOR = new Actor("a", "A", Set.of(Role.AUDITOR));
    private static final Actor EMPLOYEE = new Actor("e", "E", Set.of(Role.EMPLOYEE));

    @Test
    void a_path_without_a_rule_is_denied_and_unknown() {
        RouteTable table = table(() -> List.of(Rule.anyone("GET", "/help")));

        assertThat(table.find(request("GET", "/secret"))).isEmpty();
        assertThat(table.knows(request("GET", "/secret"))).isFalse();
        assertThat(table.offers("/secret", AUDITOR)).isFalse();
    }

    @Test
    void another_method_of_a_known_path_is_denied() {
        RouteTable table = table(() -> List.of(Rule.anyone("GET", "/help")));

        assertThat(table.find(request("POST", "/help"))).isEmpty();
        assertThat(table.knows(request("POST", "/help"))).isTrue();
    }

    @Test
    void a_refused_method_is_answered_with_those_that_the_path_takes() throws IOException {
        RouteTable table = table(() ->
                List.of(Rule.anyone("GET", "/help"), Rule.signedIn("POST", "/help"), Rule.signedIn("PUT", "/other")));
        AccessDeniedException denied = new AccessDeniedException("denied");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        MockHttpServletResponse nowhere = new MockHttpServletResponse();

        new ApiRefusals(JsonMapper.shared(), table).handle(request("DELETE", "/help"), answer, denied);
        new ApiRefusals(JsonMapper.shared(), table).handle(request("DELETE", "/secret"), nowhere, denied);

        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeader("Allow")).isEqualTo("GET, HEAD, POST");
        assertThat(nowhere.getStatus()).isEqualTo(404);
        assertThat(nowhere.getHeader("Allow")).isNull();
    }

    @Test
    void head_stands_under_the_rule_of_get() {
        RouteTable table = table(() -> List.of(Rule.roles("GET", "/audit", Role.AUDITOR)));

        assertThat(table.find(request("HEAD", "/audit"))).hasValueSatisfying(rule -> {
            assertThat(table.allows(rule, AUDITOR)).isTrue();
            assertThat(table.allows(rule, EMPLOYEE)).isFalse();
            assertThat(table.allows(rule, null)).isFalse();
        });
    }

    @Test
    void of_two_modules_the_more_specific_pattern_decides_in_whatever_order_they_come() {
        RouteRules wide = () -> List.of(Rule.signedIn("GET", "/contracts/**"));
        RouteRules narrow = () -> List.of(Rule.roles("GET", "/contracts/{id}/documents", Role.AUDITOR));

        assertThat(table(wide, narrow).offers("/contracts/1/documents", EMPLOYEE))
                .isFalse();
        assertThat(table(narrow, wide).offers("/contracts/1/documents", EMPLOYEE))
                .isFalse();
    }

    @Test
    void within_a_module_the_first_match_decides() {
        RouteTable table = table(() ->
                List.of(Rule.roles("GET", "/contracts/new", Role.SUBMITTER), Rule.signedIn("GET", "/contracts/{id}")));

        assertThat(table.offers("/contracts/new", EMPLOYEE)).isFalse();
        assertThat(table.offers("/contracts/7", EMPLOYEE)).isTrue();
    }

    @Test
    void the_first_segment_is_compared_decoded_and_may_be_any_where_the_pattern_says_so() {
        RouteTable table = table(() ->
                List.of(Rule.roles("GET", "/contracts/{id}", Role.AUDITOR), Rule.signedIn("GET", "/{module}/help")));

        assertThat(table.find(request("GET", "/contr%61cts/7")))
                .hasValueSatisfying(
                        rule -> assertThat(table.allows(rule, EMPLOYEE)).isFalse());
        assertThat(table.offers("/finding/help", EMPLOYEE)).isTrue();
        assertThat(table.knows(request("GET", "//contracts/7"))).isFalse();
        assertThat(table.knows(request("GET", "/Contracts/7"))).isFalse();
    }

    @Test
    void a_rule_for_roles_must_name_one() {
        assertThatIllegalStateException().isThrownBy(() -> table(() -> List.of(Rule.roles("GET", "/audit"))));
    }

    private static RouteTable table(RouteRules... modules) {
        return new RouteTable(List.of(modules));
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
