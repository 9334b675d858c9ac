package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H7 while others act in the same instant: one signature, on the documents and facts as they are, or none. */
@IntegrationTest
class SignedAtOnceIT {

    private static final String SIGNER = "leo.brandt";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final AtOnce atOnce;
    private final ApiCalls api;
    private final ContractRegister contracts;
    private final DocumentStories stories;
    private final JdbcClient database;
    private Begun review;
    private Map<String, Object> form;
    private String path;

    @Autowired
    @SuppressWarnings("NullAway.Init") // brought to the gate before each test
    SignedAtOnceIT(
            MockMvcTester mvc,
            BegunReviews begun,
            AtOnce atOnce,
            Environment settings,
            ContractRegister contracts,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.atOnce = atOnce;
        this.api = new ApiCalls(settings);
        this.contracts = contracts;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
    }

    @BeforeEach
    void bring_it_to_the_gate() throws Exception {
        review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        review.hands().claim(SIGNER);
        form = review.hands().executed(review.review(), SIGNER);
        path = "/reviews/" + review.review();
    }

    @Test
    void of_two_signers_by_form_and_by_calls_with_one_key_and_with_several_exactly_one_signature_stands()
            throws Exception {
        String tag = api.get(SIGNER, "/api" + path).tag();
        String key = UUID.randomUUID().toString();
        List<Callable<Answer>> calls = List.of(
                () -> sign(SIGNER, tag, key),
                () -> sign(SIGNER, tag, key),
                () -> sign(SIGNER, tag, UUID.randomUUID().toString()),
                () -> sign("priya.raman", tag, UUID.randomUUID().toString()));
        List<Callable<Object>> acts = new ArrayList<>();
        calls.forEach(call -> acts.add(call::call));
        acts.add(() -> byForm(SIGNER));
        acts.add(() -> byForm(SIGNER));
        acts.add(() -> byForm("priya.raman"));

        List<Object> answers = atOnce.all(acts);

        assertThat(answers).filteredOn(Answer.class::isInstance).allSatisfy(answered -> {
            Answer answer = (Answer) answered;
            assertThat(answer.status()).as(answer.toString()).isIn(200, 409, 412);
            assertThat(answer.status() == 200
                            || !answer.body().path("detail").asString().isBlank())
                    .as(answer.toString())
                    .isTrue();
        });
        assertThat(answers).filteredOn(Integer.class::isInstance).isSubsetOf(302, 409);
        assertThat(count("select count(*) from review.gate_confirmation where contract_id = :contract"))
                .isOne();
        assertThat(count("select count(*) from record.entry where kind = 'contract-signed' and contract = :contract"))
                .isOne();
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.SIGNED);
    }

    @Test
    void a_document_that_comes_in_at_that_moment_is_seen_before_anything_is_signed() throws Exception {
        Answer answer = atOnce.beforeCommit(this::annex, this::sign);

        // where the document is in before the case is compared with what was read of it, the answer is to read it again
        if (answer.status() != HttpStatus.PRECONDITION_FAILED.value()) {
            assertThat(answer.body().path("result").asString())
                    .as(answer.toString())
                    .isEqualTo("LAPSED");
            assertThat(answer.body().at("/review/decisions/0/lapsed").asString())
                    .contains("(H7)");
        }
        unsigned();
    }

    @Test
    void no_document_is_added_beside_a_signature_of_the_same_moment() {
        assertThatThrownBy(() -> atOnce.beforeCommit(
                        () -> assertThat(byForm(SIGNER)).isEqualTo(HttpStatus.FOUND.value()), () -> {
                            annex();
                            return "added";
                        }))
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("its documents can no longer be changed");

        assertThat(count("select count(*) from document.uploaded_now where contract_id = :contract"))
                .isOne();
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.SIGNED);
    }

    /** H8 */
    @Test
    void facts_that_change_at_that_moment_kill_the_approval_and_the_signer_is_told_so() throws Exception {
        Answer answer = atOnce.beforeCommit(this::otherSupplier, this::sign);

        assertThat(answer.status()).as(answer.toString()).isIn(409, 412);
        Answer again = api.change(SIGNER, "/api" + path, "/api" + path + "/stages/signature-gate", body());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("detail").asString()).contains("approval lapsed", "supplier", "(H8)");
        assertThat(again.rule()).isEqualTo("H8");
        assertThat(review.hands().post(SIGNER, path + "/stages/signature-gate", form))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("approval lapsed", "Sofia Marin, Head of Sales");
        unsigned();
    }

    @Test
    void the_database_takes_no_signature_beside_a_document_that_nobody_decided_on() throws Exception {
        byForm(SIGNER);
        assertThat(count("select count(*) from review.gate_confirmation where contract_id = :contract"))
                .isOne();
        // past every use case: a document of somebody who writes into the tables
        database.sql(
                        """
                        with one as (insert into document.document (id, contract_id, title, added_by, added_at)
                            select gen_random_uuid(), id, 'Annex', 'x', now() from contract.contract where id = :contract
                            returning id, contract_id)
                        insert into document.document_version (id, document_id, contract_id, number, file_name, media_type,
                            bytes, sha256, uploaded_by, uploaded_at)
                        select gen_random_uuid(), id, contract_id, 1, 'a.pdf', 'application/pdf', 1, repeat('a', 64), 'x', now()
                        from one""")
                .param("contract", review.contract().value())
                .update();

        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.gate_confirmation (id, review_id, contract_id, decision_id,
                                    document_set_hash, execution_id, confirmed_by, confirmed_at)
                                select gen_random_uuid(), review_id, contract_id, decision_id, document_set_hash,
                                    execution_id, confirmed_by, confirmed_at
                                from review.gate_confirmation where contract_id = :contract""")
                        .param("contract", review.contract().value())
                        .update())
                .hasStackTraceContaining("not the ones that were decided on (H7)");
    }

    private void annex() {
        stories.added(review.contract(), "annex.docx", DocumentFixtures.docx("Another clause."));
    }

    private void otherSupplier() {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of(
                "title", "Case management support",
                "agencyName", "Border agency",
                "agencyType", "BORDER",
                "agencyCountry", "US",
                "supplier", "Another supplier",
                "endUsers", "Border agency",
                "capabilities", "CLOUD_HOSTING",
                "countries", "US",
                "currency", "USD",
                "secrecy", "NONE"));
        facts.put("version", contracts.get(review.contract()).version());
        assertThat(review.hands().post("tom.lindqvist", "/contracts/" + review.contract() + "/edit", facts))
                .hasStatus3xxRedirection();
    }

    private Answer sign() {
        return sign(
                SIGNER, api.get(SIGNER, "/api" + path).tag(), UUID.randomUUID().toString());
    }

    private Answer sign(String person, String tag, String key) {
        return api.send(
                person,
                "POST",
                "/api" + path + "/stages/signature-gate",
                body(),
                List.of("Idempotency-Key", key, "If-Match", tag));
    }

    private Map<String, Object> body() {
        return ExecutedByApi.signed(((List<?>) Objects.requireNonNull(form.get("copies")))
                .stream().map(Object::toString).toList());
    }

    private int byForm(String person) {
        return review.hands()
                .post(person, path + "/stages/signature-gate", form)
                .getResponse()
                .getStatus();
    }

    private void unsigned() {
        assertThat(count("select count(*) from review.gate_confirmation where contract_id = :contract"))
                .isZero();
        assertThat(contracts.get(review.contract()).state()).isNotEqualTo(ContractState.SIGNED);
    }

    private int count(String sql) {
        return database.sql(sql)
                .param("contract", review.contract().value())
                .query(Integer.class)
                .single();
    }
}
