package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.web.LearnedStories.SIGNER;

import java.time.Instant;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.LearnedStories.Gate;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** H7, H16: what is written between a vote and a signature is neither approved nor signed past. */
@IntegrationTest
class LearnedBeforeSignatureIT {

    private static final String WAITS = "is being held against its triage";
    private static final String WAITS_IN_TABLES = "is not held against its triage yet";

    private final MockMvcTester mvc;
    private final LearnedStories stories;
    private final ContractRegister contracts;
    private final ReviewCases reviews;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @Autowired
    LearnedBeforeSignatureIT(
            MockMvcTester mvc,
            LearnedStories stories,
            ContractRegister contracts,
            ReviewCases reviews,
            Decisions decisions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.stories = stories;
        this.contracts = contracts;
        this.reviews = reviews;
        this.decisions = decisions;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void byHand() {
        stories.byHand();
    }

    @AfterEach
    void byItself() {
        stories.byItself();
    }

    @Test
    void an_approval_that_nobody_signed_by_lapses_and_is_signed_neither_by_the_form_nor_in_the_tables()
            throws Exception {
        Gate gate = stories.atTheGate(mvc);
        assertThat(stories.worse(gate.contract(), gate.hands())).hasStatus3xxRedirection();

        stories.weigh(gate.contract());

        assertThat(lapse(gate.review())).startsWith("Learned since the triage, which gives T4: ");
        assertThat(stories.tiersLearned(gate.contract())).containsExactly("T4");
        unsigned(gate);
        assertThatThrownBy(() -> signInTables(gate.contract())).hasMessageContaining("has no valid decision");
        assertThat(reviews.of(gate.contract())).first().satisfies(next -> assertThat(next.closed())
                .isFalse());
    }

    @Test
    void an_approval_of_what_changed_after_a_signature_lapses_too() throws Exception {
        Gate first = stories.atTheGate(mvc);
        assertThat(first.sign()).hasStatus3xxRedirection();
        Gate delta = again(first);
        assertThat(stories.worse(first.contract(), first.hands())).hasStatus3xxRedirection();

        stories.weigh(first.contract());

        assertThat(lapse(delta.review())).startsWith("Learned since the triage, which gives T4: ");
        assertThat(delta.sign()).hasStatus(HttpStatus.CONFLICT);
        assertThat(stories.count(
                        "select count(*) from review.gate_confirmation where contract_id = :contract",
                        first.contract()))
                .isOne();
        assertThat(stories.count(
                        "select count(*) from review.incident where contract_id = :contract", first.contract()))
                .as("known of the contract that runs")
                .isOne();
    }

    @Test
    void nothing_is_signed_from_the_moment_it_is_written_and_all_is_where_the_tier_stays() throws Exception {
        Gate gate = stories.atTheGate(mvc);
        assertThat(stories.same(gate.contract(), gate.hands())).hasStatus3xxRedirection();

        assertThat(gate.sign()).hasStatus(HttpStatus.CONFLICT).bodyText().contains(WAITS);
        assertThat(gate.hands().page(SIGNER, "/reviews/" + gate.review() + "/stages/signature-gate"))
                .contains(WAITS);
        assertThatThrownBy(() -> confirmInTables(gate)).hasMessageContaining(WAITS_IN_TABLES);
        stories.weigh(gate.contract());

        assertThat(gate.sign()).hasStatus3xxRedirection();
        assertThat(contracts.get(gate.contract()).state()).isEqualTo(ContractState.SIGNED);
    }

    @Test
    void nothing_is_approved_from_the_moment_it_is_written_and_what_was_voted_is_returned() throws Exception {
        Begun voted = stories.atTheDecision(mvc);
        assertThat(stories.worse(voted.contract(), voted.hands())).hasStatus3xxRedirection();

        assertThat(LearnedStories.decide(voted))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(WAITS);
        assertThatThrownBy(() -> approveInTables(voted)).hasMessageContaining(WAITS_IN_TABLES);
        stories.weigh(voted.contract());

        assertThat(LearnedStories.decide(voted))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("It was found that the contract belongs to T4");
        assertThatThrownBy(() -> approveInTables(voted)).hasMessageContaining("nothing is approved below it");
        assertThat(decisions.of(voted.review())).isEmpty();
    }

    private String lapse(ReviewId review) {
        return decisions.lapse(decisions.latestOf(review).orElseThrow().id()).orElse("It holds");
    }

    private void unsigned(Gate gate) {
        assertThat(gate.sign()).hasStatus(HttpStatus.CONFLICT);
        assertThat(stories.count(
                        "select count(*) from review.gate_confirmation where contract_id = :contract", gate.contract()))
                .isZero();
        assertThat(contracts.get(gate.contract()).state()).isNotEqualTo(ContractState.SIGNED);
    }

    /** The volume of the signed contract grew; approved once more, and at the gate. */
    private Gate again(Gate signed) throws Exception {
        transaction.executeWithoutResult(status -> grown(signed.contract()));
        ReviewId delta = reviews.of(signed.contract()).get(0).id();
        signed.hands().workOff(delta, "legal-stop", SIGNER, ReviewSteps.legal());
        signed.hands().workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        stories.steps().voteAndClose(signed.hands(), delta);
        return stories.gate(new Begun(signed.contract(), delta, signed.hands()), delta);
    }

    private void grown(ContractId id) {
        database.sql("update contract.contract set ceiling_minor = 900000000 where id = :id")
                .param("id", id.value())
                .update();
        Contract contract = contracts.get(id);
        events.publishEvent(new ContractChanged(
                id, contract.reference(), contract.version(), List.of("ceiling"), "sofia.marin", Instant.now()));
    }

    private void signInTables(ContractId contract) {
        update("update contract.contract set state = 'SIGNED' where id = :contract", contract);
    }

    private void confirmInTables(Gate gate) {
        update(
                """
                insert into review.gate_confirmation (id, review_id, contract_id, decision_id, document_set_hash, confirmed_by,
                    confirmed_at)
                select gen_random_uuid(), d.review_id, d.contract_id, d.id, d.document_set_hash, 'leo.brandt', now()
                from review.decision d where d.contract_id = :contract
                """,
                gate.contract());
    }

    private void approveInTables(Begun review) {
        update(
                """
                insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                    policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at, expires_on)
                select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, r.tier, 'APPROVE', 'Because', '{}', 1,
                    repeat('0', 64), repeat('0', 64), 1, '{}', 'ruth.castillo', now(), current_date
                from review.review r where r.contract_id = :contract
                """,
                review.contract());
    }

    private void update(String sql, ContractId contract) {
        database.sql(sql).param("contract", contract.value()).update();
    }
}
