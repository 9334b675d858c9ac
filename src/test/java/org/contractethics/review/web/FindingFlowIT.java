package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.finding.Findings.Presence;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** From the text of a document to findings, and to what reviewers say of them. */
@IntegrationTest
class FindingFlowIT {

    private static final String[] CONTRACT = {
        "Services agreement",
        "1. Use. The Agency will run facial recognition against booking photos.",
        "2. Limits. The Services shall not be used for the interception of telephone communications.",
        "3. Audit. The Provider has the right to audit the use of the Services once a year."
    };

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final Findings findings;
    private final JdbcClient database;
    private ContractId contract;
    private ReviewHands hands;

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    FindingFlowIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Findings findings,
            JdbcClient database) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.findings = findings;
        this.database = database;
    }

    @BeforeEach
    void aScannedContractUnderReview() throws Exception {
        contract = stories.aContract();
        stories.read(stories.added(contract, "agreement.docx", DocumentFixtures.docx(CONTRACT))
                .id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> findings.of(contract).querySet() > 0
                        && findings.of(contract).notRead().isEmpty());
        hands = steps.hands(mvc, contract);
        steps.submit(hands, contract);
    }

    @Test
    void a_read_document_is_scanned_by_itself_and_absence_is_claimed_over_it() throws Exception {
        ContractFindings found = findings.of(contract);

        assertThat(found.redFlag("K15")).singleElement().satisfies(finding -> {
            assertThat(finding.words()).containsIgnoringCase("facial recognition");
            assertThat(finding.check().rights()).contains("R15");
        });
        assertThat(found.redFlag("K18")).as("a prohibition").isEmpty();
        assertThat(presence(found, "G01")).as("not confirmed").isEqualTo(Presence.PROPOSED);
        assertThat(presence(found, "G03")).isEqualTo(Presence.FOUND);
        assertThat(presence(found, "G04")).isEqualTo(Presence.MISSING);
        assertThat(hands.casePage("dana.whitfield")).contains("Clause findings", "Safeguards missing");
        String page = hands.page("dana.whitfield", "/contracts/" + contract + "/findings");
        assertThat(page)
                .contains("K15 Facial recognition", "Prohibited: Interception of communication", "#clause-", "<mark>");
        assertThat(hands.page(
                        "dana.whitfield",
                        "/contracts/" + contract + "/documents/"
                                + found.findings().get(0).version()))
                .contains("Clause findings", "Facial recognition");
    }

    @Test
    void a_prohibition_counts_as_a_safeguard_once_a_person_has_confirmed_it() throws Exception {
        Finding prohibition =
                findings.of(contract).safeguard("G01").orElseThrow().findings().get(0);
        assertThat(prohibition.counts()).isFalse();
        assertThat(hands.casePage("dana.whitfield")).contains("Safeguards to be confirmed: 1");

        assertThat(judge("dana.whitfield", prohibition.id(), "CONFIRMED", "It forbids it.", 0))
                .hasStatus3xxRedirection();

        assertThat(presence(findings.of(contract), "G01")).isEqualTo(Presence.FOUND);
        assertThat(hands.casePage("dana.whitfield")).doesNotContain("Safeguards to be confirmed");
    }

    @Test
    void nothing_is_claimed_to_be_missing_while_a_document_is_not_read() throws Exception {
        stories.read(stories.added(contract, "annex.pdf", DocumentFixtures.pdf(List.of(List.of())))
                .id());

        ContractFindings found = findings.of(contract);

        assertThat(presence(found, "G04")).isEqualTo(Presence.NOT_CLAIMABLE);
        assertThat(found.notRead()).anySatisfy(reason -> assertThat(reason).contains("annex"));
        assertThat(hands.casePage("dana.whitfield")).contains("No safeguard is claimed to be missing");
    }

    @Test
    void nothing_is_claimed_to_be_missing_while_a_document_that_is_named_is_not_here() throws Exception {
        String use =
                "1. Use. The Agency uses the Services subject to the Acceptable Use Policy available at https://example.com/aup.";
        stories.read(
                stories.added(contract, "use.docx", DocumentFixtures.docx(use)).id());

        ContractFindings found = findings.of(contract);

        assertThat(presence(found, "G04")).isEqualTo(Presence.NOT_CLAIMABLE);
        assertThat(found.notRead()).contains("“Acceptable Use Policy” is made part of the contract and is not here.");
    }

    @Test
    void nothing_is_claimed_to_be_missing_while_a_file_inside_another_names_a_document_that_is_not_here()
            throws Exception {
        byte[] inner = DocumentFixtures.docx(
                "1. Use. The Agency uses the Services subject to the Acceptable Use Policy available at https://example.com/aup.");
        stories.read(stories.added(contract, "more.zip", DocumentFixtures.zip(Map.of("use.docx", inner)))
                .id());

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> findings.of(contract).notRead(),
                        List.of("“Acceptable Use Policy” is made part of the contract and is not here.")::equals);
        assertThat(presence(findings.of(contract), "G04")).isEqualTo(Presence.NOT_CLAIMABLE);
    }

    @Test
    void the_last_correction_stands_whatever_is_confirmed_after_it() {
        UUID finding = face().id();
        assertThat(correct("dana.whitfield", finding, "K14", 0)).hasStatus3xxRedirection();

        assertThat(correct("priya.raman", finding, "K14", 1))
                .as("what it is already")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(judge("priya.raman", finding, "CONFIRMED", "So it is.", 1)).hasStatus3xxRedirection();

        assertThat(findings.of(contract).redFlag("K15")).isEmpty();
        assertThat(face().check().id()).isEqualTo("K14");
        assertThat(recordedCheck(finding, 2)).isEqualTo("K14");
        assertThat(correct("helen.okafor", finding, "K15", 2)).hasStatus3xxRedirection();
        assertThat(face().check().id()).isEqualTo("K15");
    }

    private MvcTestResult correct(String person, UUID finding, String check, int seen) {
        return hands.post(
                person,
                "/contracts/" + contract + "/findings/" + finding + "/judgement",
                Map.of("verdict", "CORRECTED", "check", check, "reason", "It is.", "seen", String.valueOf(seen)));
    }

    private String recordedCheck(UUID finding, int number) {
        return database.sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'check' from record.entry
                         where kind = 'finding-judged' and contract = :contract
                           and convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'findingId' = :finding
                           and convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'number' = :number
                        """)
                .param("contract", contract.value())
                .param("finding", finding.toString())
                .param("number", String.valueOf(number))
                .query(String.class)
                .single();
    }

    @Test
    void a_red_flag_whose_places_are_all_rejected_is_not_counted() throws Exception {
        assertThat(hands.casePage("dana.whitfield")).contains("Red flags: 1");

        judge("dana.whitfield", face().id(), "REJECTED", "A quotation from the tender.", 0);

        assertThat(hands.casePage("dana.whitfield"))
                .contains("Red flags: 0", ">Rejected</span>")
                .doesNotContain("Denied by its sentence");
    }

    @Test
    void control_characters_are_refused_with_words() {
        assertThat(sent(
                        "/api/contracts/" + contract + "/findings/" + face().id() + "/judgements",
                        "{\"verdict\":\"CONFIRMED\",\"reason\":\"a\\u0007b\",\"seen\":0}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Remove the control characters");
        for (String term : List.of(
                "{\"check\":\"K14\",\"phrase\":\"drone\\u0007 swarm\",\"reason\":\"x\"}",
                "{\"check\":\"K14\",\"phrase\":\"drone swarm\",\"reason\":\"a\\u0007b\"}")) {
            assertThat(sent("/api/query-set/terms", term))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Remove the control characters");
        }
    }

    @Test
    void control_characters_in_a_ruling_are_refused_with_words() {
        UUID term = UUID.randomUUID();
        database.sql(
                        """
                        insert into finding.proposed_term (id, check_id, phrase, reason, proposed_by, proposed_at)
                        values (:id, 'K14', :phrase, 'x', 'dana.whitfield', now())
                        """)
                .param("id", term)
                .param("phrase", "drone swarm " + term)
                .update();

        assertThat(sent("/api/query-set/terms/" + term + "/ruling", "{\"accepted\":true,\"reason\":\"a\\u0007b\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Remove the control characters");
    }

    private MvcTestResult sent(String path, String body) {
        return mvc.post()
                .uri(path)
                .with(People.tokenOf("helen.okafor"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void search_narrows_to_clauses_with_a_finding_that_counts() throws Exception {
        UUID finding = face().id();
        await().atMost(Duration.ofSeconds(60)).until(() -> hitsWith("K15") == 1);

        assertThat(judge("dana.whitfield", finding, "REJECTED", "A quotation from the tender.", 0))
                .hasStatus3xxRedirection();

        await().atMost(Duration.ofSeconds(60)).until(() -> hitsWith("K15") == 0);
    }

    private int hitsWith(String check) throws Exception {
        String document = findings.of(contract).findings().get(0).version().toString();
        String answer = mvc.get()
                .uri("/api/search?q=facial&finding={check}&in={document}", check, document)
                .with(People.tokenOf("dana.whitfield"))
                .exchange()
                .getResponse()
                .getContentAsString();
        return new JsonMapper().readTree(answer).get("total").asInt();
    }

    @Test
    void whoever_may_not_read_the_documents_learns_of_no_finding() throws Exception {
        assertThat(hands.get("erin.walsh", "/contracts/" + contract + "/findings"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/contracts/" + contract + "/findings").with(People.tokenOf("erin.walsh")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("erin.walsh", "/contracts/" + contract)
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Clause findings");
        assertThat(judge("erin.walsh", face().id(), "CONFIRMED", "So it is.", 0))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_rejected_finding_stays_visible_as_rejected() throws Exception {
        UUID finding = face().id();

        assertThat(judge("dana.whitfield", finding, "REJECTED", "A quotation from the tender.", 0))
                .hasStatus3xxRedirection();

        assertThat(findings.of(contract).redFlag("K15")).isEmpty();
        assertThat(hands.page("priya.raman", "/contracts/" + contract + "/findings"))
                .contains("Rejected", "A quotation from the tender.", "Dana Whitfield");
        assertThat(judge("priya.raman", finding, "CONFIRMED", "It is none.", 0)).hasStatus(HttpStatus.CONFLICT);
        assertThat(judge("priya.raman", finding, "CONFIRMED", "It is none.", 1)).hasStatus3xxRedirection();
        assertThat(face().judgements()).hasSize(2);
    }

    @Test
    void a_judgement_needs_a_verdict_and_a_reason_and_a_reviewer_who_is_not_paid_by_it() {
        UUID finding = face().id();

        assertThat(judge("dana.whitfield", finding, "", "", 0))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Give the reason.", "Choose whether you confirm");
        assertThat(judge("dana.whitfield", finding, "CORRECTED", "It is another.", 0))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose what the words are instead.", "It is another.");
        assertThat(judge("tom.lindqvist", finding, "REJECTED", "No.", 0)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(judge("dana.whitfield", UUID.randomUUID(), "REJECTED", "No.", 0))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> judged(finding, "tom.lindqvist")).hasMessageContaining("judges no finding");
    }

    @Test
    void the_database_keeps_what_was_found_and_said() {
        UUID finding = face().id();
        judged(finding, "helen.okafor");

        assertThatThrownBy(() -> database.sql("update finding.judgement set reason = 'x'")
                        .update())
                .hasMessageContaining("finding");
        assertThatThrownBy(() -> database.sql("delete from finding.finding").update())
                .hasMessageContaining("finding");
        assertThatThrownBy(() -> database.sql("delete from finding.query_set").update())
                .hasMessageContaining("query_set");
    }

    @Test
    void a_corrected_finding_counts_for_what_it_is() {
        UUID finding = face().id();

        assertThat(hands.post(
                        "dana.whitfield",
                        "/contracts/" + contract + "/findings/" + finding + "/judgement",
                        Map.of("verdict", "CORRECTED", "check", "K14", "reason", "A list of persons.", "seen", "0")))
                .hasStatus3xxRedirection();

        assertThat(findings.of(contract).redFlag("K15")).isEmpty();
        assertThat(findings.of(contract).redFlag("K14")).isNotEmpty();
    }

    @Test
    void the_same_judgement_sent_twice_by_the_api_counts_once() {
        String path = "/api/contracts/" + contract + "/findings/" + face().id() + "/judgements";
        String key = UUID.randomUUID().toString();
        String body = "{\"verdict\":\"CONFIRMED\",\"reason\":\"Read it.\",\"seen\":0}";

        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post()
                            .uri(path)
                            .with(People.tokenOf("helen.okafor"))
                            .header("Idempotency-Key", key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .hasStatus(HttpStatus.NO_CONTENT);
        }

        assertThat(face().judgements()).hasSize(1);
    }

    private Finding face() {
        return findings.of(contract).findings().stream()
                .filter(finding ->
                        finding.words().toLowerCase(java.util.Locale.ROOT).contains("facial"))
                .findFirst()
                .orElseThrow();
    }

    private static Presence presence(ContractFindings found, String check) {
        return found.safeguard(check).orElseThrow().presence();
    }

    private MvcTestResult judge(String person, UUID finding, String verdict, String reason, int seen) {
        return hands.post(
                person,
                "/contracts/" + contract + "/findings/" + finding + "/judgement",
                Map.of("verdict", verdict, "reason", reason, "seen", seen));
    }

    private void judged(UUID finding, String person) {
        database.sql(
                        """
                        insert into finding.judgement (finding_id, number, verdict, reason, judged_by, judged_at)
                        values (:finding, 1, 'CONFIRMED', 'so', :person, now())
                        """)
                .param("finding", finding)
                .param("person", person)
                .update();
    }
}
