package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.review.web.CopiesAtGate.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What was signed is brought to the gate as files and held against what was decided on, by form and by API (H7). */
@IntegrationTest
class ExecutedCopiesIT {

    private static final String FIRST =
            "1. Data processing. The Contractor shall process Agency data in the government region only.";
    private static final String SECOND =
            "2. Permitted use. The Agency may use the Record Matching Service to handle applications.";
    private static final String SIGNATURE = "Signed for the Agency: Jane Doe, 3 March 2027";

    private final CopiesAtGate gate;
    private final ContractRegister contracts;
    private final Documents documents;
    private final JdbcClient database;
    private final ApiCalls api;
    private final Clock clock;

    @Autowired
    ExecutedCopiesIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            Documents documents,
            JdbcClient database,
            Environment settings,
            Clock clock) {
        this.contracts = contracts;
        this.documents = documents;
        this.database = database;
        this.api = new ApiCalls(settings);
        this.gate = new CopiesAtGate(mvc, begun, api);
        this.clock = clock;
    }

    @Test
    void a_filled_signature_block_is_shown_and_a_changed_clause_goes_back() throws Exception {
        Begun review = gate.reached();
        String set = documents.documentSetHash(review.contract());
        String form = CopiesAtGate.form(review);
        ReviewHands hands = review.hands();

        JsonNode changed =
                gate.brought(review, "changed.docx", DocumentFixtures.docx(FIRST, SECOND.replace("may", "shall")));
        assertThat(changed.path("likeness").asString()).isEqualTo("DIFFERENT");
        assertThat(changed.path("differences").toString()).contains("may", "shall");
        Map<String, Object> differing =
                CopiesAtGate.stated(List.of(changed.path("id").asString()));
        assertThat(hands.post("leo.brandt", form + "/check", differing))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("is not what was decided on (H7)", "Sofia Marin, Head of Sales", "Every difference");
        assertThat(hands.post("leo.brandt", form, differing)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        byte[] file = DocumentFixtures.docx(FIRST, SECOND, SIGNATURE);
        JsonNode filled = gate.brought(review, "filled.docx", file);
        assertThat(filled.path("likeness").asString()).isEqualTo("SAME_CLAUSES");
        assertThat(filled.path("status").asString()).isEqualTo("READ");
        assertThat(hands.page("leo.brandt", form))
                .contains("filled.docx: the same clauses as decided on. Its text was read.");
        Map<String, Object> signed =
                CopiesAtGate.stated(List.of(filled.path("id").asString()));
        assertThat(hands.post("leo.brandt", form + "/check", signed))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Read what was filled in and added by signing", "Jane Doe");
        signed.put("additions-read", filled.path("id").asString());
        hands.send(review.review(), "signature-gate", "leo.brandt", signed);

        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.SIGNED);
        assertThat(documents.documentSetHash(review.contract()))
                .as("an executed copy belongs to no set")
                .isEqualTo(set);
        String original = "/api/contracts/" + review.contract() + "/documents/"
                + filled.path("id").asString() + "/original";
        assertThat(api.bytes("august.lund", original)).isEqualTo(file);
        assertThat(hands.page("august.lund", "/reviews/" + review.review() + "/record"))
                .contains("filled.docx", "Signed for the customer by");
    }

    @Test
    void a_scan_an_empty_file_another_type_and_a_bomb_carry_no_signature() throws Exception {
        Begun review = gate.reached();
        String copies = "/api/reviews/" + review.review() + "/executed-copies";

        refused(
                api.upload("leo.brandt", copies, "signed.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}),
                422,
                "The content of signed.png is");
        refused(
                api.upload("leo.brandt", copies, "empty.pdf", new byte[0]),
                422,
                "The file empty.pdf is empty (0 bytes).");
        refused(
                api.upload("priya.raman", copies, "mine.docx", DocumentFixtures.aContract()),
                409,
                "Somebody else has claimed this task");
        refused(
                api.upload("tom.lindqvist", copies, "mine.docx", DocumentFixtures.aContract()),
                403,
                "None of your roles may do this.");
        assertThat(review.hands().bring(review.review(), "leo.brandt", "signed.png", new byte[] {1, 2, 3}))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The content of signed.png is", "Choose the files again: signed.png");
        assertThat(kept(review)).as("nothing of what was refused").isZero();
        JsonNode bomb = gate.brought(review, "bomb.docx", DocumentFixtures.bomb(200));
        JsonNode scan = gate.brought(review, "scan.pdf", DocumentFixtures.pdf(List.of(List.of())));
        assertThat(scan.path("status").asString()).isEqualTo("FAILED");
        assertThat(review.hands().page("leo.brandt", "/reviews/" + review.review() + "/executed-copies"))
                .contains("Its text", "could not be read");

        assertThat(bomb.path("likeness").asString()).isEqualTo("UNREADABLE");
        assertThat(bomb.path("differences").toString()).contains("It was not opened.");
        refused(
                gate.signing(review, bomb),
                422,
                "“bomb.docx” cannot be read, so it cannot be compared: bring a readable copy (H7).");
        assertThat(scan.path("likeness").asString()).isEqualTo("NOT_COMPARABLE");
        refused(
                gate.signing(review, scan),
                422,
                "“scan.pdf” cannot be compared with what was decided on, so nothing is signed on it (H7). The pages are pictures");
        assertThat(count("select count(*) from review.execution where review_id = '" + review.review() + "'"))
                .isZero();
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.APPROVED_WITH_CONDITIONS);
    }

    /** Executed copies of a review, and versions of its contract that are none of the documents decided on. */
    private long kept(Begun review) {
        return count("select count(*) from review.executed_copy where review_id = '" + review.review() + "'")
                + count("select count(*) from document.executed_copy where contract_id = '" + review.contract() + "'");
    }

    @Test
    void a_day_in_the_future_and_a_missing_signatory_are_refused_and_what_was_typed_stays() throws Exception {
        Begun review = gate.reached();
        Map<String, Object> stated = review.hands().executed(review.review(), "leo.brandt");
        // two days, because the one that begins at midnight may do so in this very test
        String ahead =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2).toString();
        stated.put("signed-on", ahead);
        stated.put("customer-signatory", " ");
        String form = CopiesAtGate.form(review);

        for (String path : List.of(form + "/check", form)) {
            assertThat(review.hands().post("leo.brandt", path, stated))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("The day of the signature is in the future.", "Say who signed for the customer.", ahead);
        }
        Map<String, Object> body =
                new HashMap<>(ExecutedByApi.signed(review.hands().brought(review.review(), "leo.brandt")));
        body.put("signedOn", ahead);
        Answer byApi = api.change("leo.brandt", "/api/reviews/" + review.review(), "/api" + form, body);
        assertThat(byApi.status()).as(byApi.toString()).isEqualTo(422);
        assertThat(byApi.body().at("/fields/0/field").asString()).isEqualTo("signedOn");
        assertThat(contracts.get(review.contract()).state()).isNotEqualTo(ContractState.SIGNED);
    }

    @Test
    void nothing_of_an_executed_copy_changes_in_the_database_and_it_enters_no_set() throws Exception {
        Begun review = gate.reached();
        review.hands().executed(review.review(), "leo.brandt");
        String copy = review.hands().brought(review.review(), "leo.brandt").get(0);

        for (String statement : List.of(
                "update document.executed_copy set sha256 = repeat('0', 64) where version_id = '" + copy + "'",
                "delete from document.executed_copy where version_id = '" + copy + "'",
                "delete from review.executed_copy where version_id = '" + copy + "'",
                "update document.document_bytes set bytes = 'x' where version_id = '" + copy + "'",
                "insert into document.document_set (contract_id, hash, version_id) values ('" + review.contract()
                        + "', repeat('a', 64), '" + copy + "')",
                "insert into document.executed_copy (version_id, contract_id, sha256) select id, contract_id, sha256 from"
                        + " document.document_version v where contract_id = '" + review.contract()
                        + "' and exists (select 1 from document.document_set s where s.version_id = v.id)")) {
            assertThat(fails(statement)).as(statement).isTrue();
        }
    }

    @Test
    void red_flags_of_what_was_signed_are_nobodys_to_judge_and_no_safeguard_rests_on_it() throws Exception {
        Begun review = gate.reached();
        String copy = gate.brought(
                        review,
                        "other.docx",
                        DocumentFixtures.docx("1. Use. The Agency will run facial recognition against booking photos."))
                .path("id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> count("select count(*) from finding.finding where version_id = '" + copy + "'") > 0);

        assertThat(count("select count(review.unjudged_red_flags('" + review.contract() + "'))"))
                .isZero();
        assertThat(count("select count(*) from document.uploaded_now where version_id = '" + copy + "'"))
                .isZero();
        String mitigation = "{\"safeguardClauses\":{\"G04\":{\"version\":\"" + copy + "\",\"ordinal\":0}}}";
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                                values (gen_random_uuid(), :review, 9, 'MITIGATION', 'priya.raman', now(), now(), cast(:form as jsonb))
                                """)
                        .param("review", review.review().value())
                        .param("form", mitigation)
                        .update())
                .hasStackTraceContaining("stands in no current document");
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }

    private boolean fails(String statement) {
        try {
            database.sql(statement).update();
            return false;
        } catch (DataAccessException e) {
            return true;
        }
    }
}
