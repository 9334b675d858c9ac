package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.policy.internal.KnownAgencies;
import org.contractethics.policy.internal.PolicyInForce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of agencies is changed in a form: tried on a name, shown beside what is in force, run, proposed. */
@IntegrationTest
class AgencyEditorIT {

    private static final String AGENCY = "/rules/versions/new/agency";
    private static final String BORDER_FORCE = "border force";

    private final MockMvcTester mvc;
    private final PolicyInForce policy;

    @Autowired
    AgencyEditorIT(MockMvcTester mvc, PolicyInForce policy) {
        this.mvc = mvc;
        this.policy = policy;
    }

    @Test
    void an_agency_is_added_before_another_tried_on_a_name_and_proposed() {
        Map<String, String> form = form(0, "sea patrol of atlantis", "BORDER", 2);
        form.put("name", "Sea Patrol, Atlantis");
        form.put("country", "GR");
        form.put("sample", "The Sea Patrol of Atlantis");

        assertThat(send("dana.whitfield", form, "check"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "What this would change",
                        "sea patrol of atlantis",
                        "Now: no entry knows it. Then: border, by entry 3.",
                        "Run over all contracts so far");
        assertThat(send("dana.whitfield", form, "propose"))
                .as("no words")
                .hasStatus(422)
                .bodyText()
                .contains("Say why the rules should change", "value=\"Sea Patrol, Atlantis\"");

        String version = proposed(form);
        assertThat(mvc.get().uri(version + "/agencies").with(People.signedInAs("erin.walsh")))
                .bodyText()
                .contains("sea patrol of atlantis", "Sea Patrol, Atlantis", "Greece");
        assertThat(mvc.get().uri("/rules/agencies").with(People.signedInAs("erin.walsh")))
                .as("proposed is not in force, and staff change nothing")
                .bodyText()
                .doesNotContain("sea patrol of atlantis", AGENCY);
        withdraw(version);
    }

    @Test
    void an_entry_begins_as_it_is_and_can_be_changed_or_taken_off_the_list() {
        int entry = number(BORDER_FORCE);
        assertThat(mvc.get().uri(AGENCY + "?entry=" + entry).with(People.signedInAs("dana.whitfield")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "value=\"border force\"",
                        "value=\"Home Office\"",
                        "value=\"BORDER\" selected",
                        "Take this entry off");
        assertThat(mvc.get().uri("/rules/agencies").with(People.signedInAs("dana.whitfield")))
                .bodyText()
                .contains(AGENCY + "?entry=" + entry);

        Map<String, String> milder = form(entry, BORDER_FORCE, "INTERIOR", entry - 1);
        milder.put("sample", "UK Border Force");
        assertThat(send("dana.whitfield", milder, "check"))
                .hasStatusOk()
                .bodyText()
                .contains("Now: border, by entry " + entry + ". Then: interior, by entry " + entry + ".");
        Map<String, String> gone = form(entry, "", "", 0);
        gone.put("remove", "true");
        gone.put("sample", "UK Border Force");
        assertThat(send("dana.whitfield", gone, "check"))
                .hasStatusOk()
                .bodyText()
                .contains("Now: border, by entry " + entry, "Then: border, by entry", "Removed");
    }

    @Test
    void what_cannot_be_stands_at_its_field_and_what_was_typed_is_kept() {
        Map<String, String> form = form(0, "(sea|patrol)+", "PIRATES", 9999);
        form.put("name", "x".repeat(201));
        form.put("country", "ZZ");

        assertThat(send("dana.whitfield", form, "check"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "This pattern cannot be used",
                        "value=\"(sea|patrol)+\"",
                        "Choose a class that the table of agencies scores",
                        "one line of at most 200 characters",
                        "Choose a country, or none",
                        "Choose the entry that is tried before")
                .doesNotContain("What this would change");
        assertThat(send("dana.whitfield", form(0, "sea|", "BORDER", 0), "check"))
                .hasStatus(422)
                .bodyText()
                .contains("Every name matches this pattern");
        assertThat(send("dana.whitfield", form(0, BORDER_FORCE, "BORDER", 0), "check"))
                .hasStatus(422)
                .bodyText()
                .contains("Entry " + number(BORDER_FORCE) + " has this pattern already");
        assertThat(send("dana.whitfield", form(0, "", "BORDER", 0), "check"))
                .hasStatus(422)
                .bodyText()
                .contains("Write the words by which its name is known");
        int entry = number(BORDER_FORCE);
        Map<String, String> same = form(entry, BORDER_FORCE, "BORDER", entry - 1);
        same.putAll(Map.of("name", "Border Force", "parent", "Home Office", "country", "GB", "reason", "None."));
        same.put("effective-on", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        assertThat(send("dana.whitfield", same, "propose"))
                .as("nothing changes")
                .hasStatus(422);
    }

    @Test
    void nobody_else_changes_the_list() {
        Map<String, String> form = form(0, "sea patrol of atlantis", "BORDER", 0);

        assertThat(send("erin.walsh", form, "check")).hasStatus(403);
        assertThat(send("august.lund", form, "propose")).hasStatus(403);
        assertThat(mvc.get().uri(AGENCY).with(People.signedInAs("tariq.osman"))).hasStatus(403);
    }

    @Test
    void what_was_typed_while_another_version_came_into_force_is_kept_and_finds_its_entry_again() {
        int entry = number(BORDER_FORCE);
        Map<String, String> form = form(entry, "border force|^UKBF$", "BORDER", entry - 1);
        form.put("reason", "Kept reason.");
        form.put("effective-on", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        Map<String, String> other = form(0, "sea patrol of lemuria", "BORDER", 0);
        other.put("reason", "So we learned.");
        other.put("effective-on", LocalDate.now(ZoneOffset.UTC).toString());
        approve("george.tan", proposed(other));

        assertThat(send("dana.whitfield", form, "propose"))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "came into force since you began",
                        "Kept reason.",
                        "value=\"border force|^UKBF$\"",
                        "name=\"entry\" value=\"" + (entry + 1) + "\"");
        int now = number("sea patrol of lemuria");
        Map<String, String> gone = form(now, "", "", 0);
        gone.put("remove", "true");
        gone.put("reason", "Only a trial.");
        gone.put("effective-on", LocalDate.now(ZoneOffset.UTC).toString());
        // the same words as before, which may be those of the other member
        approve("ines.duarte", proposed(gone));
        assertThat(number(BORDER_FORCE)).isEqualTo(entry);
    }

    private int number(String pattern) {
        return policy.now().agencies().rows().stream()
                        .map(KnownAgencies.Row::pattern)
                        .toList()
                        .indexOf(pattern)
                + 1;
    }

    private Map<String, String> form(int entry, String pattern, String type, int after) {
        return new LinkedHashMap<>(Map.of(
                "based-on",
                Integer.toString(policy.current().number()),
                "entry",
                Integer.toString(entry),
                "pattern",
                pattern,
                "type",
                type,
                "after",
                Integer.toString(after)));
    }

    private MvcTestResult send(String person, Map<String, String> form, String act) {
        return post(person, AGENCY, form, act);
    }

    private String proposed(Map<String, String> form) {
        form.putIfAbsent("reason", "It was missing.");
        form.putIfAbsent(
                "effective-on", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        MvcTestResult proposed = send("dana.whitfield", form, "propose");
        assertThat(proposed).hasStatus3xxRedirection();
        return String.valueOf(proposed.getResponse().getRedirectedUrl());
    }

    private void approve(String member, String version) {
        assertThat(post(member, version + "/approval", Map.of("reasons", "It is right."), ""))
                .hasStatus3xxRedirection();
    }

    private void withdraw(String version) {
        assertThat(post("dana.whitfield", version + "/withdrawal", Map.of("reasons", "Only a trial."), ""))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult post(String person, String path, Map<String, String> form, String act) {
        var request = mvc.post()
                .uri(path)
                .with(People.signedInAs(person))
                .with(csrf())
                .param("act", act);
        form.forEach(request::param);
        return request.exchange();
    }
}
