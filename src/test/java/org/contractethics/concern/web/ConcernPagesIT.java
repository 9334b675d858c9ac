package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Concerns as filers, officers and everybody else see them. */
@IntegrationTest
class ConcernPagesIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "TERMS_WEAK",
            "considered", "The documents.",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final Concerns concerns;
    private final ConcernPanel panel;

    private final String id = UUID.randomUUID().toString();
    private final String text = "I fear for asylum seekers " + id;

    ConcernPagesIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Concerns concerns,
            @Autowired ConcernPanel panel) {
        this.mvc = mvc;
        this.registering = registering;
        this.concerns = concerns;
        this.panel = panel;
    }

    @Test
    void what_is_recorded_is_said_before_the_first_field() {
        String page = body(get("/concerns/new", "erin.walsh"));

        assertThat(page.indexOf("What is not recorded")).isBetween(0, page.indexOf("What worries you?"));
        assertThat(page).contains("not anonymous");
    }

    @Test
    void nothing_is_filed_before_the_check_page_is_sent() {
        MvcTestResult check = post("/concerns/new/check", "erin.walsh", form(Map.of()));

        assertThat(check).hasStatusOk().bodyText().contains(text, "File the concern", "Nothing was sent");
        assertThat(get("/concerns/" + id, "erin.walsh")).hasStatus(404);
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_is_kept() {
        MvcTestResult again = post("/concerns/new/check", "erin.walsh", form(Map.of("topic", "", "mode", "")));

        assertThat(again)
                .hasStatus(422)
                .bodyText()
                .contains("There is a problem", "Choose what the concern is about.", "Choose who may read", text);
    }

    /** Bad input 17 */
    @Test
    void script_in_a_concern_stays_text() {
        file("erin.walsh", Map.of("text", "<script>alert(1)</script>"));

        assertThat(get("/concerns/" + id, "erin.walsh"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void a_concern_is_followed_from_filing_to_a_reasoned_answer() {
        file("erin.walsh", Map.of());
        assertThat(get("/concerns/" + id + "/filed", "erin.walsh"))
                .bodyText()
                .contains("the law allows 7 days at most", "the law allows 3 months at most");
        assertThat(new ConcernHands(mvc).everyPageOfFiled("erin.walsh")).contains("/concerns/" + id, "Received");
        assertThat(get("/concerns/" + id, "olga.petrova")).bodyText().contains(text, "Erin Walsh");

        assertThat(post("/concerns/" + id + "/messages", "olga.petrova", Map.of("message", "Hello")))
                .hasStatus(409);
        sent(post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        assertThat(post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()))
                .hasStatus(409);
        sent(post("/concerns/" + id + "/messages", "olga.petrova", Map.of("message", "Which people?")));
        assertThat(get("/concerns/" + id, "erin.walsh"))
                .bodyText()
                .contains("Which people?", "In follow-up", "Olga Petrova");
        sent(post("/concerns/" + id + "/messages", "erin.walsh", Map.of("message", "Those at the border.")));

        sent(post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));

        assertThat(get("/concerns/" + id, "erin.walsh"))
                .bodyText()
                .contains("Those at the border.", "ICCPR art. 17", "To the board committee.", "Answered on")
                .doesNotContain("What it came from");
        assertThat(get("/concerns/" + id, "olga.petrova"))
                .bodyText()
                .contains(
                        "What it came from, for those who handle it", "A term of the contract was missing or too weak");
        assertThat(post("/concerns/" + id + "/answer", "olga.petrova", ANSWER)).hasStatus(409);
    }

    @Test
    void an_answer_names_its_cause_by_a_code_of_the_list() {
        file("erin.walsh", Map.of());
        sent(post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        var unknown = new HashMap<>(ANSWER);
        unknown.put("cause", "FATE");

        assertThat(post("/concerns/" + id + "/answer", "olga.petrova", unknown))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what the concern came from.", "To ask for safeguards.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"considered", "decision", "article", "effect", "appeal", "cause"})
    void an_answer_without_one_of_its_parts_is_refused(String missing) {
        file("erin.walsh", Map.of());
        sent(post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        var incomplete = new HashMap<>(ANSWER);
        incomplete.put(missing, " ");

        MvcTestResult again = post("/concerns/" + id + "/answer", "olga.petrova", incomplete);

        assertThat(again).hasStatus(422).bodyText().contains("There is a problem");
        assertThat(get("/concerns/" + id, "erin.walsh")).bodyText().doesNotContain("Answered on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noah.kim", "lena.hoffman", "dana.whitfield", "august.lund", "sofia.marin", "george.tan"})
    void a_concern_of_somebody_else_looks_like_none(String username) {
        file("erin.walsh", Map.of());

        assertThat(get("/concerns/" + id, username)).hasStatus(404).bodyText().doesNotContain(text);
        assertThat(post("/concerns/" + id + "/messages", username, Map.of("message", "x")))
                .hasStatus(404);
        assertThat(new ConcernHands(mvc).everyPageOfTheList(username, "all")).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"erin.walsh", "noah.kim", "lena.hoffman", "dana.whitfield"})
    void only_officers_acknowledge_and_answer(String username) {
        file("erin.walsh", Map.of());

        assertThat(post("/concerns/" + id + "/acknowledge", username, Map.of())).hasStatus(403);
        assertThat(post("/concerns/" + id + "/answer", username, ANSWER)).hasStatus(403);
    }

    @Test
    void the_check_page_names_those_who_must_not_handle_it_as_people_know_them() {
        assertThat(post("/concerns/new/check", "erin.walsh", form(Map.of("excluded", "olga.petrova"))))
                .hasStatusOk()
                .bodyText()
                .contains("Olga Petrova");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody.here"})
    void only_people_with_an_account_can_be_kept_from_it(String name) {
        for (String path : new String[] {"/concerns/new/check", "/concerns"}) {
            var request = mvc.post()
                    .uri(path)
                    .with(csrf())
                    .with(People.signedInAs("erin.walsh"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("excluded", "olga.petrova", name);
            form(Map.of()).forEach(request::param);

            assertThat(request)
                    .hasStatus(422)
                    .bodyText()
                    .contains("There is a problem", "Tick only people of this list", text);
        }
        assertThat(get("/concerns/" + id, "erin.walsh")).hasStatus(404);
    }

    @Test
    void an_excluded_officer_sees_nothing_and_the_board_committee_handles_it() {
        file("erin.walsh", Map.of("excluded", "olga.petrova"));

        assertThat(get("/concerns/" + id, "olga.petrova")).hasStatus(404);
        assertThat(new ConcernHands(mvc).everyPageOfTheList("olga.petrova", "all"))
                .doesNotContain(id);
        assertThat(get("/concerns/" + id, "george.tan"))
                .hasStatusOk()
                .bodyText()
                .contains(text);
        assertThat(concerns.mayHandle(ConcernId.valueOf(id), actor("olga.petrova", Role.OMBUDS)))
                .isFalse();
        sent(post("/concerns/" + id + "/acknowledge", "george.tan", Map.of()));
    }

    @Test
    void people_outside_file_without_a_contract_and_learn_of_none() {
        Contract contract = contract();

        file("fatima.noor", Map.of());

        assertThat(get("/concerns/" + id, "fatima.noor")).bodyText().contains("Unknown contract");
        assertThat(get("/concerns/new?contract=" + contract.id(), "fatima.noor"))
                .hasStatus(404)
                .bodyText()
                .doesNotContain(contract.reference());
    }

    @Test
    void reviewers_weigh_open_concerns_without_the_name_of_the_filer() {
        Contract contract = contract();
        file("erin.walsh", Map.of("contract", contract.id().toString()));

        CasePanel.View weighed = panel.panel(contract.id(), actor("dana.whitfield", Role.HR_REVIEWER, Role.EMPLOYEE))
                .orElseThrow();

        assertThat(weighed.model().toString()).contains(text).doesNotContain("erin");
        assertThat(concerns.openOn(List.of(contract.id()), actor("dana.whitfield", Role.HR_REVIEWER)))
                .containsEntry(contract.id(), 1);
    }

    @Test
    void reviewers_see_only_the_topic_of_confidential_concerns() {
        Contract contract = contract();
        file("erin.walsh", Map.of("contract", contract.id().toString(), "mode", "CONFIDENTIAL"));

        assertThat(panel.panel(contract.id(), actor("dana.whitfield", Role.HR_REVIEWER))
                        .orElseThrow()
                        .model()
                        .toString())
                .contains("How the technology may be used")
                .doesNotContain(text);
    }

    @Test
    void employees_and_leadership_see_the_number_of_concerns_and_the_owner_not_even_that() {
        Contract contract = contract();
        file("erin.walsh", Map.of("contract", contract.id().toString()));

        for (Actor viewer : new Actor[] {
            actor("noah.kim", Role.EMPLOYEE), actor("lena.hoffman", Role.LEADERSHIP, Role.EMPLOYEE, Role.HR_REVIEWER)
        }) {
            Map<String, Object> model =
                    panel.panel(contract.id(), viewer).orElseThrow().model();
            assertThat(model.toString()).doesNotContain(text);
            assertThat(model).containsEntry("open", "1 open concern.");
        }
        assertThat(panel.panel(contract.id(), actor("sofia.marin", Role.SUBMITTER, Role.EMPLOYEE, Role.HR_REVIEWER))
                        .orElseThrow()
                        .model())
                .containsEntry(
                        "open",
                        "Account owners and their team are not told whether there are concerns about their contract.")
                .containsEntry("concerns", List.of());
        assertThat(panel.panel(contract.id(), actor("lena", Role.LEADERSHIP))).isEmpty();
    }

    private void file(String username, Map<String, String> changed) {
        sent(post("/concerns", username, form(changed)));
    }

    private Map<String, String> form(Map<String, String> changed) {
        var form = new HashMap<>(
                Map.of("id", id, "topic", "END_USE", "text", text, "rights", "asylum, privacy", "mode", "OPEN"));
        form.putAll(changed);
        return form;
    }

    private Contract contract() {
        return registering.register(RegisteredContracts.aDraft("Concern " + id), "FORM", RegisteredContracts.SOFIA);
    }

    private static void sent(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(
                result.getMvcResult().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path, String username) {
        return mvc.get().uri(path).with(People.signedInAs(username)).exchange();
    }

    private MvcTestResult post(String path, String username, Map<String, String> fields) {
        var request = mvc.post()
                .uri(path)
                .with(csrf())
                .with(People.signedInAs(username))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Actor actor(String username, Role... roles) {
        return new Actor(username, username, java.util.Set.of(roles));
    }
}
