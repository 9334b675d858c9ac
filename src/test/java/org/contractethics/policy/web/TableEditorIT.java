package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.policy.internal.PolicyInForce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** Rules are changed in a form that works without script: what is wrong stands at its cell, what would change is shown first. */
@IntegrationTest
class TableEditorIT {

    private static final String TABLE = "/rules/versions/new/tables/context-risk";
    private static final String CAPABILITY = "/rules/versions/new/capability";
    private static final Pattern INPUT =
            Pattern.compile("<input (?=[^>]*name=\"(r\\d+-[^\"]+|rows|based-on)\")[^>]*?value=\"([^\"]*)\"[^>]*>");

    private final MockMvcTester mvc;
    private final PolicyInForce policy;

    @Autowired
    TableEditorIT(MockMvcTester mvc, PolicyInForce policy) {
        this.mvc = mvc;
        this.policy = policy;
    }

    @Test
    void a_changed_cell_is_checked_shown_beside_what_is_in_force_run_and_proposed() throws Exception {
        Map<String, String> form = form();
        form.put("r8-o1", "3");

        assertThat(send("dana.whitfield", TABLE, form, "check"))
                .hasStatusOk()
                .bodyText()
                .contains("What this would change", "context-risk-08", "Run over all contracts so far", "value=\"3\"");
        assertThat(send("dana.whitfield", TABLE, form, "propose"))
                .as("no words")
                .hasStatus(422)
                .bodyText()
                .contains("Say why the rules should change", "Choose the first day it is in force");
        form.put("reason", "A country rated high weighs as much as a bad record.");
        form.put("effective-on", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        MvcTestResult proposed = send("dana.whitfield", TABLE, form, "propose");
        assertThat(proposed).hasStatus3xxRedirection();
        String version = String.valueOf(proposed.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(version).with(People.signedInAs("erin.walsh")))
                .bodyText()
                .contains("context-risk-08", "Changed", "Dana Whitfield");
        withdraw(version);
    }

    @Test
    void what_cannot_be_read_stands_at_its_cell_and_what_a_version_may_not_give_up_is_refused() throws Exception {
        Map<String, String> form = form();
        form.put("r1-i1", "exec(\"rm\")");
        form.put("r2-reason", "");
        assertThat(send("dana.whitfield", TABLE, form, "check"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#r1-i1\"", "id=\"r1-i1-problem\"", "exec(&quot;rm&quot;)", "href=\"#r2-reason\"")
                .doesNotContain("What this would change", "Error: </span><span></span>");
        Map<String, String> milder = form();
        milder.remove("rows");
        milder.put("rows", "3");
        assertThat(send("dana.whitfield", TABLE, milder, "check"))
                .as("combinations without an answer")
                .hasStatus(422)
                .bodyText()
                .contains("context-risk does not give exactly one row");
        assertThat(send("erin.walsh", TABLE, form(), "check")).hasStatus(403);
        assertThat(send("august.lund", TABLE, form(), "propose")).hasStatus(403);
        assertThat(mvc.get().uri("/rules/versions/new/tables/nothing").with(People.signedInAs("dana.whitfield")))
                .hasStatus(404);
    }

    @Test
    void rules_are_added_moved_and_removed_before_anything_is_checked() throws Exception {
        int rules = Integer.parseInt(form().get("rows"));

        assertThat(send("dana.whitfield", TABLE, form(), "add-1"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"rows\" value=\"" + (rules + 1) + "\"", ">new<");
        assertThat(send("dana.whitfield", TABLE, form(), "remove-1"))
                .bodyText()
                .contains("name=\"rows\" value=\"" + (rules - 1) + "\"");
        assertThat(send("dana.whitfield", TABLE, form(), "up-2"))
                .bodyText()
                .contains("name=\"r1-id\" value=\"context-risk-02\"");
    }

    @Test
    void a_new_capability_is_added_to_catalogue_score_and_rights() throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "based-on", Integer.toString(policy.current().number()),
                "code", "DRONE_SWARM",
                "label", "Swarms of drones",
                "score", "3",
                "source", "ICCPR 6 (unverified)",
                "why", "High: swarms of drones.",
                "rights", "R01"));

        assertThat(send("dana.whitfield", CAPABILITY, form, "check"))
                .hasStatusOk()
                .bodyText()
                .contains("DRONE_SWARM", "Swarms of drones; score 3; ICCPR 6 (unverified)", "What this would change");
        form.put("code", "CLOUD_HOSTING");
        form.put("score", "9");
        form.put("why", "no full stop");
        assertThat(send("dana.whitfield", CAPABILITY, form, "check"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "a capability with this code already",
                        "Choose a score",
                        "full stop",
                        "value=\"CLOUD_HOSTING\"");
        assertThat(send("erin.walsh", CAPABILITY, form, "check")).hasStatus(403);
    }

    @Test
    void what_was_typed_while_another_version_came_into_force_is_kept_and_goes_on_from_that_one() throws Exception {
        Map<String, String> form = form();
        form.put("r8-o1", "3");
        form.put("reason", "Kept reason.");
        form.put("effective-on", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        int inForce = comesIntoForce();

        for (String act : List.of("check", "propose")) {
            assertThat(send("dana.whitfield", TABLE, form, act))
                    .hasStatus(409)
                    .bodyText()
                    .contains(
                            "Version " + inForce + " came into force since you began",
                            "/rules/versions/" + inForce + "#changes",
                            "name=\"based-on\" value=\"" + inForce + "\"",
                            "name=\"r8-o1\" value=\"3\"",
                            "Kept reason.");
        }
        form.put("based-on", Integer.toString(inForce));
        assertThat(send("dana.whitfield", TABLE, form, "check"))
                .hasStatusOk()
                .bodyText()
                .contains("What this would change");
    }

    @Test
    void words_proposed_while_another_version_came_into_force_are_kept() {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "based-on",
                Integer.toString(policy.current().number()),
                "text",
                "Kept words.",
                "reason",
                "Kept reason.",
                "effective-on",
                LocalDate.now(ZoneOffset.UTC).toString()));
        int inForce = comesIntoForce();

        assertThat(send("dana.whitfield", "/rules/versions", form, ""))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Version " + inForce + " came into force since you began",
                        "name=\"based-on\" value=\"" + inForce + "\"",
                        "Kept words.",
                        "Kept reason.",
                        "Files have to be chosen again");
    }

    private int comesIntoForce() {
        Map<String, String> form = Map.of(
                "based-on",
                Integer.toString(policy.current().number()),
                "text",
                policy.now().content().text() + "\nAnd once more.",
                "reason",
                "So we learned.",
                "effective-on",
                LocalDate.now(ZoneOffset.UTC).toString());
        MvcTestResult proposed = send("dana.whitfield", "/rules/versions", form, "");
        assertThat(proposed).hasStatus3xxRedirection();
        String version = String.valueOf(proposed.getResponse().getRedirectedUrl());
        assertThat(send("george.tan", version + "/approval", Map.of("reasons", "It is right."), ""))
                .hasStatus3xxRedirection();
        return policy.current().number();
    }

    private Map<String, String> form() throws Exception {
        MvcTestResult page =
                mvc.get().uri(TABLE).with(People.signedInAs("dana.whitfield")).exchange();
        assertThat(page).hasStatusOk();
        Map<String, String> form = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(page.getResponse().getContentAsString());
        while (input.find()) {
            form.put(input.group(1), HtmlUtils.htmlUnescape(input.group(2)));
        }
        assertThat(form).containsKeys("rows", "based-on", "r1-i1", "r1-o1", "r1-reason", "r8-o1");
        return form;
    }

    private MvcTestResult send(String person, String path, Map<String, String> form, String act) {
        var request = mvc.post()
                .uri(path)
                .with(People.signedInAs(person))
                .with(csrf())
                .param("act", act);
        form.forEach(request::param);
        return request.exchange();
    }

    private void withdraw(String version) {
        assertThat(mvc.post()
                        .uri(version + "/withdrawal")
                        .with(People.signedInAs("dana.whitfield"))
                        .with(csrf())
                        .param("reasons", "Only a trial."))
                .hasStatus3xxRedirection();
    }
}
