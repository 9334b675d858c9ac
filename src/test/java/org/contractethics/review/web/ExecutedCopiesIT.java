package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Documents documents;
    private final JdbcClient database;
    private final ApiCalls api;

    @Autowired
    ExecutedCopiesIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            Documents documents,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.documents = documents;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_filled_signature_block_is_shown_and_a_changed_clause_goes_back() throws Exception {
        Begun review = atTheGate();
        String set = documents.documentSetHash(review.contract());
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";
        ReviewHands hands = review.hands();

        JsonNode changed =
                brought(review, "changed.docx", DocumentFixtures.docx(FIRST, SECOND.replace("may", "shall")));
        assertThat(changed.path("likeness").asString()).isEqualTo("DIFFERENT");
        assertThat(changed.path("differences").toString()).contains("may", "shall");
        Map<String, Object> differing = stated(List.of(changed.path("id").asString()));
        assertThat(hands.post("leo.brandt", gate + "/check", differing))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("is not what was decided on (H7)", "Sofia Marin, Head of Sales", "Every difference");
        assertThat(hands.post("leo.brandt", gate, differing)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        byte[] file = DocumentFixtures.docx(FIRST, SECOND, SIGNATURE);
        JsonNode filled = brought(review, "filled.docx", file);
        assertThat(filled.path("likeness").asString()).isEqualTo("SAME_CLAUSES");
        assertThat(filled.path("status").asString()).isEqualTo("READ");
        assertThat(hands.page("leo.brandt", gate))
                .contains("filled.docx: the same clauses as decided on. Its text was read.");
        Map<String, Object> signed = stated(List.of(filled.path("id").asString()));
        assertThat(hands.post("leo.brandt", gate + "/check", signed))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Read what was filled in and added by signing", "Jane Doe");
        signed.put("additions-read", "yes");
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
        Begun review = atTheGate();
        String copies = "/api/reviews/" + review.review() + "/executed-copies";

        Answer picture =
                api.upload("leo.brandt", copies, "signed.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        assertThat(picture.status()).isEqualTo(422);
        assertThat(api.upload("leo.brandt", copies, "empty.pdf", new byte[0]).status())
                .isEqualTo(422);
        assertThat(api.upload("priya.raman", copies, "mine.docx", DocumentFixtures.aContract())
                        .status())
                .as("somebody else has claimed the gate")
                .isEqualTo(409);
        assertThat(api.upload("tom.lindqvist", copies, "mine.docx", DocumentFixtures.aContract())
                        .status())
                .isEqualTo(403);
        assertThat(review.hands().bring(review.review(), "leo.brandt", "signed.png", new byte[] {1, 2, 3}))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose the files again: signed.png");
        JsonNode bomb = brought(review, "bomb.docx", DocumentFixtures.bomb(200));
        assertThat(bomb.path("likeness").asString()).isIn("UNREADABLE", "DIFFERENT");
        JsonNode scan = brought(review, "scan.pdf", DocumentFixtures.pdf(List.of(List.of())));
        assertThat(scan.path("likeness").asString()).isIn("NOT_COMPARABLE");
        assertThat(scan.path("status").asString()).isEqualTo("FAILED");
        assertThat(review.hands().page("leo.brandt", "/reviews/" + review.review() + "/executed-copies"))
                .contains("Its text", "could not be read");

        for (JsonNode copy : List.of(bomb, scan)) {
            Answer refused = api.change(
                    "leo.brandt",
                    "/api/reviews/" + review.review(),
                    "/api/reviews/" + review.review() + "/stages/signature-gate",
                    Map.of(
                            "same",
                            true,
                            "copies",
                            List.of(copy.path("id").asString()),
                            "companySignatory",
                            "A",
                            "customerSignatory",
                            "B",
                            "signedOn",
                            ReviewHands.signedToday().getOrDefault("signed-on", "")));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.rule()).isEqualTo("H7");
        }
        assertThat(contracts.get(review.contract()).state()).isNotEqualTo(ContractState.SIGNED);
    }

    @Test
    void a_day_in_the_future_and_a_missing_signatory_are_refused_and_what_was_typed_stays() throws Exception {
        Begun review = atTheGate();
        Map<String, Object> stated = review.hands().executed(review.review(), "leo.brandt");
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        stated.put("signed-on", tomorrow);
        stated.put("customer-signatory", " ");
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";

        for (String path : List.of(gate + "/check", gate)) {
            assertThat(review.hands().post("leo.brandt", path, stated))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains(
                            "The day of the signature is in the future.", "Say who signed for the customer.", tomorrow);
        }
        Answer byApi = api.change(
                "leo.brandt",
                "/api/reviews/" + review.review(),
                "/api" + gate,
                Map.of(
                        "same",
                        true,
                        "copies",
                        review.hands().brought(review.review(), "leo.brandt"),
                        "companySignatory",
                        "Sofia Marin",
                        "customerSignatory",
                        "Jane Doe",
                        "signedOn",
                        tomorrow));
        assertThat(byApi.status()).as(byApi.toString()).isEqualTo(422);
        assertThat(byApi.body().at("/fields/0/field").asString()).isEqualTo("signedOn");
        assertThat(contracts.get(review.contract()).state()).isNotEqualTo(ContractState.SIGNED);
    }

    @Test
    void nothing_of_an_executed_copy_changes_in_the_database_and_it_enters_no_set() throws Exception {
        Begun review = atTheGate();
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
            assertThat(refused(statement)).as(statement).isTrue();
        }
    }

    @Test
    void red_flags_of_what_was_signed_are_nobodys_to_judge_and_no_safeguard_rests_on_it() throws Exception {
        Begun review = atTheGate();
        String copy = brought(
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

    private boolean refused(String statement) {
        try {
            database.sql(statement).update();
            return false;
        } catch (DataAccessException e) {
            return true;
        }
    }

    private Begun atTheGate() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.steps().voteAndClose(review.hands(), review.review());
        review.hands().workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        review.hands().claim("leo.brandt");
        review.hands().page("leo.brandt", "/reviews/" + review.review() + "/stages/signature-gate");
        return review;
    }

    /** The copy as the API tells of it once its text was read. */
    private JsonNode brought(Begun review, String fileName, byte[] file) throws Exception {
        assertThat(review.hands().bring(review.review(), "leo.brandt", fileName, file))
                .hasStatus3xxRedirection();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !copy(review, fileName).path("likeness").asString().equals("READING"));
        return copy(review, fileName);
    }

    private JsonNode copy(Begun review, String fileName) {
        return api.get("leo.brandt", "/api/reviews/" + review.review() + "/executed-copies")
                .body()
                .path("copies")
                .valueStream()
                .filter(copy -> copy.path("fileName").asString().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> stated(List<String> copies) {
        Map<String, Object> fields = new HashMap<>(ReviewHands.signedToday());
        fields.put("same", "yes");
        fields.put("copies", copies);
        return fields;
    }
}
