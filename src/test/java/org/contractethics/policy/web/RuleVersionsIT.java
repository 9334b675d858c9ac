package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.EngineCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.PolicyVersions;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A change of the rules through its pages: proposed with files, commented, run over past cases, approved by somebody else. */
@IntegrationTest
class RuleVersionsIT {

    private static final String MILDER = "context-risk-15-o1\"><text>0<";

    private final MockMvcTester mvc;
    private final PolicyInForce policy;
    private final PolicyVersions versions;
    private final JdbcClient database;
    private final EngineCalls engine;

    @Autowired
    RuleVersionsIT(
            MockMvcTester mvc, PolicyInForce policy, PolicyVersions versions, TaskService tasks, JdbcClient database) {
        this.mvc = mvc;
        this.policy = policy;
        this.versions = versions;
        this.database = database;
        this.engine = new EngineCalls(tasks, database);
    }

    @Test
    void a_change_is_proposed_commented_shown_rule_by_rule_and_withdrawn() throws Exception {
        String version = proposed("dana.whitfield", milder());

        assertThat(page("erin.walsh", version))
                .contains("What it changes of version", "context-risk-15", "Changed", "Nobody has commented.")
                .doesNotContain("Decide on this version", "Run it over all contracts");
        assertThat(post("erin.walsh", version + "/comments", Map.of("comment", "Too mild.")))
                .hasStatus3xxRedirection();
        assertThat(page("august.lund", version)).contains("Too mild.", "Erin Walsh");
        assertThat(post("erin.walsh", version + "/comments", Map.of("comment", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Write your comment");
        assertThat(page("erin.walsh", version + "/tables/context-risk")).contains("Proposed to be in force from");
        assertThat(page("erin.walsh", version + "/files/context-risk.dmn")).contains(MILDER);
        assertThat(page("erin.walsh", "/rules")).contains(version, "Dana Whitfield", "Not yet approved");

        engine.assertRefused(id(version), "(H9)");
        assertThat(page("dana.whitfield", version + "/dry-run"))
                .contains("Reviews run", "Would be judged otherwise")
                .doesNotContain("compared with itself");
        assertThat(page("dana.whitfield", "/rules/versions/" + policy.current().number() + "/dry-run"))
                .contains("compared with itself");
        assertThat(page("george.tan", version + "/dry-run.csv")).startsWith("\"contract\",\"review\"");
        assertThat(get("erin.walsh", version + "/dry-run")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("dana.whitfield", version + "/withdrawal", Map.of("reasons", "Staff are right.")))
                .hasStatus3xxRedirection();
        assertThat(page("erin.walsh", version)).contains("Withdrawn", "Staff are right.");
    }

    @Test
    void a_change_of_the_words_is_approved_and_in_force_today() throws Exception {
        int before = policy.current().number();
        String text = policy.now().content().text() + "- And we said it on " + System.nanoTime() + ".\n";
        String version = proposed("dana.whitfield", null, text);

        assertThat(post("dana.whitfield", version + "/approval", Map.of("reasons", "Mine")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("george.tan", version + "/approval", Map.of("reasons", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Give your reasons");
        assertThat(post("george.tan", version + "/approval", Map.of("reasons", "It is what we do.")))
                .hasStatus3xxRedirection();

        assertThat(policy.current().number()).isGreaterThan(before);
        assertThat(page("erin.walsh", "/rules")).contains("And we said it on", "George Tan, board committee");
        assertThat(page("erin.walsh", "/rules/versions/" + before)).contains("No longer in force");
        assertThat(page("erin.walsh", "/rules/versions/" + before + "/rights")).contains("Non-refoulement");
        assertThat(get("george.tan", version + "/dry-run")).hasStatusOk();
    }

    @Test
    void the_first_version_says_each_of_its_dates_for_what_it_is() throws Exception {
        LocalDate installed = LocalDate.ofInstant(versions.get(1).proposedAt(), ZoneOffset.UTC);

        assertThat(page("erin.walsh", "/rules/versions/1").replaceAll("\\s+", " "))
                .contains(
                        "Announced</dt> <dd class=\"col-sm-9\">" + Times.words(installed),
                        "Came into force",
                        "Date in its files",
                        Times.words(versions.get(1).effectiveOn()) + ": the day from which its authors")
                .containsPattern("In force (since|from)</dt> <dd class=\"col-sm-9\">" + Times.words(installed))
                .doesNotContainPattern("In force (since|from)</dt> <dd class=\"col-sm-9\">"
                        + Times.words(versions.get(1).effectiveOn()));
    }

    @Test
    void who_wrote_a_version_cannot_approve_it() throws Exception {
        String version = proposed("george.tan", milder());

        assertThat(page("george.tan", version))
                .contains("You wrote this version")
                .doesNotContain("Approve</button>");
        assertThat(post("george.tan", version + "/approval", Map.of("reasons", "Mine")))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You wrote this version");
        assertThat(post("george.tan", version + "/withdrawal", Map.of("reasons", "x")))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_table_that_forgives_what_is_not_known_is_refused_with_the_reason_and_the_words_are_kept() throws Exception {
        String table =
                file("context-risk.dmn").replace("context-risk-12-o1\"><text>2<", "context-risk-12-o1\"><text>0<");

        MvcTestResult answer = propose("dana.whitfield", dmn("context-risk.dmn", table), text(), "Kept words", today());

        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("scores what is not known below 2 (H16)", "Kept words");
    }

    @Test
    void a_file_that_is_not_text_and_a_day_in_the_past_are_refused() throws Exception {
        MockMultipartFile binary =
                new MockMultipartFile("files", "severity.dmn", "text/xml", new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(propose("dana.whitfield", binary, text(), "x", today()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("is not text in UTF-8");
        assertThat(propose("dana.whitfield", milder(), text(), "x", today().minusDays(1)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("today or later");
    }

    @Test
    void employees_cannot_propose_and_nobody_reads_a_version_that_does_not_exist() {
        assertThat(get("erin.walsh", "/rules/versions/new")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("erin.walsh", "/rules/versions/4711")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("erin.walsh", "/rules/versions/1/files/passwd")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("fatima.noor", "/rules/versions/1")).hasStatusOk();
        assertThat(post("fatima.noor", "/rules/versions/1/comments", Map.of("comment", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void people_outside_the_company_read_the_rules_and_no_name_and_no_comment() throws Exception {
        String version = proposed("dana.whitfield", milder());
        assertThat(post("erin.walsh", version + "/comments", Map.of("comment", "Words of staff.")))
                .hasStatus3xxRedirection();

        assertThat(get("erin.walsh", version)).bodyText().contains("Words of staff.", "Erin Walsh", "Dana Whitfield");
        assertThat(get("fatima.noor", version))
                .hasStatusOk()
                .bodyText()
                .contains("Somebody of the company", "Because we learned.")
                .doesNotContain("Words of staff.", "Erin Walsh", "Dana Whitfield", "Comments of staff");
        assertThat(get("fatima.noor", "/rules")).hasStatusOk().bodyText().doesNotContain("Dana Whitfield");
        assertThat(get("fatima.noor", "/query-set")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private UUID id(String version) {
        return database.sql("select id from policy.version where number = cast(:number as int)")
                .param("number", version.substring(version.lastIndexOf('/') + 1))
                .query(UUID.class)
                .single();
    }

    private String proposed(String person, MockMultipartFile file) throws Exception {
        return proposed(person, file, text());
    }

    private String proposed(String person, @Nullable MockMultipartFile file, String text) throws Exception {
        MvcTestResult answer = propose(person, file, text, "Because we learned.", today());
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult propose(
            String person, @Nullable MockMultipartFile file, String text, String reason, LocalDate effectiveOn) {
        var request = mvc.post().uri("/rules/versions").multipart();
        if (file != null) {
            request.file(file);
        }
        return request.param("based-on", String.valueOf(policy.current().number()))
                .param("text", text)
                .param("reason", reason)
                .param("effective-on", effectiveOn.toString())
                .with(People.signedInAs(person))
                .with(csrf())
                .exchange();
    }

    private MockMultipartFile milder() {
        return dmn("context-risk.dmn", file("context-risk.dmn").replace("context-risk-15-o1\"><text>1<", MILDER));
    }

    private static MockMultipartFile dmn(String name, String text) {
        return new MockMultipartFile("files", name, "text/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private String file(String name) {
        return policy.now().content().file(name).orElseThrow();
    }

    private String text() {
        return policy.now().content().text();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer = get(person, path);
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult post(String person, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(People.signedInAs(person)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
