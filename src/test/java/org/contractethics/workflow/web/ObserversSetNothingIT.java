package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.ChangingTargets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** H6: whoever leads or audits sets no target and no rule, also where they sit on the board committee. */
@IntegrationTest
class ObserversSetNothingIT {

    private final MockMvcTester mvc;
    private final ChangingTargets changing;

    @Autowired
    ObserversSetNothingIT(MockMvcTester mvc, ChangingTargets changing) {
        this.mvc = mvc;
        this.changing = changing;
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LEADERSHIP", "AUDITOR"})
    void a_target_is_not_theirs_to_change(Role observing) {
        var form = new ChangingTargets.Form("triage", "", "4", "Because I want to.");
        Actor actor = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE, observing));

        assertThatThrownBy(() -> changing.change(form, actor)).isInstanceOf(Refused.class);
        assertThat(posted(observing, "/targets", "step", "triage", "tier", "", "days", "4", "reason", form.reason()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/targets").with(boardAnd(observing)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Change the target");
    }

    @Test
    void a_version_of_the_rules_is_not_theirs_to_propose() {
        assertThat(posted(
                        Role.LEADERSHIP,
                        "/rules/versions",
                        "based-on",
                        "1",
                        "text",
                        "Nothing is reviewed.",
                        "reason",
                        "Because I want to.",
                        "effective-on",
                        LocalDate.now(ZoneOffset.UTC).plusDays(9).toString()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/rules").with(boardAnd(Role.LEADERSHIP)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/rules/versions/new");
    }

    private MvcTestResult posted(Role observing, String path, String... fields) {
        var request = mvc.post().uri(path).with(boardAnd(observing)).with(csrf());
        for (int field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }

    /** George Tan of the board committee, with one role more than he has in the realm. */
    private static RequestPostProcessor boardAnd(Role observing) {
        DefaultOidcUser george = (DefaultOidcUser)
                Objects.requireNonNull(People.authenticated("george.tan").getPrincipal());
        List<GrantedAuthority> authorities = new ArrayList<>(george.getAuthorities());
        authorities.add(new SimpleGrantedAuthority("ROLE_" + observing.name()));
        return oidcLogin().oidcUser(new DefaultOidcUser(authorities, george.getIdToken(), "preferred_username"));
    }
}
