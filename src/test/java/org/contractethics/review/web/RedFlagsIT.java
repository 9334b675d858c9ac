package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.finding.Findings;
import org.contractethics.finding.RedFlag;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S2: the documents count as checked when each red flag that was found in them is judged. */
@IntegrationTest
class RedFlagsIT {

    private static final String[] CONTRACT = {
        "1. Use. The Agency will run facial recognition against booking photos.",
        "2. Search. The facial recognition runs each night.",
        "3. Limits. The Services shall not be used for the interception of telephone communications.",
        "4. Secrecy. The Provider shall not disclose the existence of this Agreement."
    };

    private final MockMvcTester mvc;
    private final BehindPages pages;
    private final DocumentStories stories;
    private final Findings findings;
    private final JdbcClient database;
    private final ApiCalls api;

    @SuppressWarnings("NullAway") // made before each test
    private ContractId contract;

    @SuppressWarnings("NullAway") // made before each test
    private ReviewId review;

    @SuppressWarnings("NullAway") // made before each test
    private ReviewHands hands;

    @Autowired
    RedFlagsIT(
            MockMvcTester mvc,
            BehindPages pages,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Findings findings,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.pages = pages;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.findings = findings;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    /** Nobody waits for its scan. */
    @BeforeEach
    void aContractUnderReviewWhoseDocumentsAreLookedAt() throws Exception {
        contract = stories.aHarmlessContract();
        stories.read(stories.added(contract, "agreement.docx", DocumentFixtures.docx(CONTRACT))
                .id());
        hands = new HandsBehindPages(mvc, contract, pages);
        review = submitted();
        hands.claim("Confirm the documents", "priya.raman");
    }

    @Test
    void documents_with_a_red_flag_that_nobody_judged_are_not_confirmed() throws Exception {
        assertThat(send(Map.of("confirmed", "yes", "gaps", "Annex B is missing.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "nobody has judged: K10 The contract is kept secret; K15 Facial recognition.",
                        "/contracts/" + contract + "/findings#finding-",
                        "Annex B is missing.",
                        "Red flags of the documents",
                        "Not judged")
                .doesNotContain("K18");
        assertThat(sentByApi().status()).isEqualTo(422);
    }

    @Test
    void documents_are_confirmed_when_each_red_flag_is_confirmed_or_set_aside() throws Exception {
        assertThat(send(Map.of("confirmed", "yes"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        judge("K15", 0, "CONFIRMED");
        judge("K10", 0, "REJECTED");

        assertThat(send(Map.of("confirmed", "yes"))).hasStatus3xxRedirection();

        hands.claim("leo.brandt");
        assertThat(hands.page("leo.brandt", "/reviews/" + review + "/stages/legal-stop"))
                .contains("Red flags of the documents", "Set aside", "K15 Facial recognition: agreement", "#clause-0")
                .doesNotContain("Not judged");
    }

    @Test
    void a_red_flag_is_set_aside_only_where_each_place_is_rejected() throws Exception {
        assertThat(send(Map.of("confirmed", "yes"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        judge("K10", 0, "CONFIRMED");
        judge("K15", 0, "REJECTED");

        assertThat(send(Map.of("confirmed", "yes")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("nobody has judged: K15 Facial recognition.");

        judge("K15", 1, "REJECTED");
        assertThat(send(Map.of("confirmed", "yes"))).hasStatus3xxRedirection();
    }

    @Test
    void the_database_takes_no_document_check_before_they_are_judged() {
        assertThat(send(Map.of("confirmed", "yes"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                                values (:id, :review, 1, 'DOCUMENT_CHECK', 'priya.raman', now(), now(), '{}')
                                """)
                        .param("id", UUID.randomUUID())
                        .param("review", review.value())
                        .update())
                .hasMessageContaining("nobody has judged the red flags K10, K15");
    }

    @Test
    void a_confirmed_red_flag_that_the_facts_do_not_tell_is_an_information_gap() throws Exception {
        documentsConfirmed("CONFIRMED", "REJECTED");

        assertThat(hands.page("tariq.osman", "/reviews/" + review + "/stages/triage"))
                .contains("red flags of the documents show a gap");
        triageAsHarmless();

        assertThat(tier()).isEqualTo("T2");
        assertThat(hands.casePage("dana.whitfield"))
                .contains(
                        "Red flags that the facts do not tell",
                        "The documents show the red flag K15 Facial recognition and no capability that was stated tells it.");
    }

    @Test
    void a_confirmed_clause_of_secrecy_sets_t3_at_least() throws Exception {
        documentsConfirmed("REJECTED", "CONFIRMED");

        triageAsHarmless();

        assertThat(tier()).isEqualTo("T3");
        assertThat(hands.casePage("erin.walsh")).contains("Why this tier", "H15");
    }

    @Test
    void red_flags_that_were_set_aside_raise_nothing() throws Exception {
        documentsConfirmed("REJECTED", "REJECTED");

        triageAsHarmless();

        assertThat(tier()).isEqualTo("T1");
        assertThat(hands.casePage("dana.whitfield")).doesNotContain("Red flags that the facts do not tell");
    }

    /** With nothing unknown. */
    private ReviewId submitted() {
        ApiCalls.Answer opened = api.post(
                "tom.lindqvist",
                "/api/contracts/" + contract + "/reviews",
                Map.of(
                        "endUse",
                        "Mailboxes for teachers",
                        "plannedSignature",
                        LocalDate.now(ZoneOffset.UTC).plusDays(60).toString()));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return new ReviewId(UUID.fromString(opened.body().path("id").asString()));
    }

    private void documentsConfirmed(String face, String secrecy) throws Exception {
        send(Map.of("confirmed", "yes"));
        judge("K15", 0, face);
        judge("K15", 1, face);
        judge("K10", 0, secrecy);
        assertThat(send(Map.of("confirmed", "yes"))).hasStatus3xxRedirection();
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.claim("tariq.osman");
    }

    /** Everything is stated as known and harmless. */
    private void triageAsHarmless() throws Exception {
        Map<String, String> fields = new HashMap<>(ReviewSteps.triage());
        fields.put("record", "NONE");
        fields.put("vulnerable", "no");
        hands.send(review, "triage", "tariq.osman", fields);
    }

    private String tier() {
        return database.sql("select tier from review.review where id = :review")
                .param("review", review.value())
                .query(String.class)
                .single();
    }

    private MvcTestResult send(Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("seen-hash", hash());
        return hands.post("priya.raman", "/reviews/" + review + "/stages/document-check", sent);
    }

    private ApiCalls.Answer sentByApi() {
        String path = "/api/reviews/" + review;
        return api.change(
                "priya.raman",
                path,
                path + "/stages/document-check",
                Map.of("seenHash", hash(), "confirmed", true, "gaps", ""));
    }

    private String hash() {
        return api.get("priya.raman", "/api/reviews/" + review)
                .body()
                .path("currentDocumentSetHash")
                .asString();
    }

    /** Judges one place of a red flag. */
    private void judge(String check, int place, String verdict) {
        RedFlag flag = findings.of(contract).redFlags().stream()
                .filter(one -> one.check().id().equals(check))
                .findFirst()
                .orElseThrow();
        assertThat(hands.post(
                        "priya.raman",
                        "/contracts/" + contract + "/findings/"
                                + flag.places().get(place).id() + "/judgement",
                        Map.of("verdict", verdict, "reason", "Read the clause.", "seen", "0")))
                .hasStatus3xxRedirection();
    }
}
