package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** H6: two people who suspend what a review refused, and lift that again, would overrule the vote. */
@IntegrationTest
class LiftingWhatWasRefusedIT {

    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Reviews reviews;
    private final Suspensions suspensions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final ApiCalls api;

    @Autowired
    LiftingWhatWasRefusedIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            Reviews reviews,
            Suspensions suspensions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.reviews = reviews;
        this.suspensions = suspensions;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_rejection_is_not_undone_by_suspending_and_lifting() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);
        rejected(signed.contract, signed.hands);
        decide(signed.contract, signed.hands, "SUSPEND");
        String lifting = opened(signed.contract, signed.hands);

        assertThat(signed.hands.page(CHAIR, lifting))
                .contains("ended with a rejection or a legal stop")
                .doesNotContain("Lift the suspension");
        assertRefused(signed.contract, signed.hands, lifting);
        assertThatThrownBy(() -> becomes(signed.contract, "SIGNED")).hasStackTraceContaining("without a ruling");

        assertThat(state(signed.contract)).isEqualTo(ContractState.SUSPENDED);
    }

    @Test
    void nor_is_a_legal_stop() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);
        ReviewId delta = changed(signed.contract);
        begun.workOff(delta, "legal-stop", "leo.brandt", Map.of("result", "STOP", "reasons", "Under an embargo."));
        assertThat(state(signed.contract)).isEqualTo(ContractState.STOPPED);
        decide(signed.contract, signed.hands, "SUSPEND");

        assertRefused(signed.contract, signed.hands, opened(signed.contract, signed.hands));
    }

    @Test
    void nor_is_the_rejection_of_what_was_in_force_before_anybody_reviewed_it() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        assertThat(review.hands()
                        .post(
                                "priya.raman",
                                "/contracts/" + review.contract() + "/in-force",
                                Map.of("since", "2018-01-19", "source", "Signed copy in the archive")))
                .hasStatus(HttpStatus.FOUND);
        begun.voteAndClose(review.review(), "REJECT");
        begun.workOff(review.review(), "decision", CHAIR, rejection());
        decide(review.contract(), review.hands(), "SUSPEND");

        assertRefused(review.contract(), review.hands(), opened(review.contract(), review.hands()));
        assertThatThrownBy(() -> becomes(review.contract(), "REGISTERED")).hasStackTraceContaining("without a ruling");
    }

    @Test
    void a_proposal_to_lift_does_not_outlive_a_rejection() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);
        rejected(signed.contract, signed.hands);
        decide(signed.contract, signed.hands, "SUSPEND");
        String lifting = opened(signed.contract, signed.hands);
        signed.hands.claimOn(lifting, CHAIR);
        assertThat(propose(signed.hands, lifting, "KEEP")).hasStatus3xxRedirection();
        inDatabase(signed.contract, false);
        proposedInDatabase(signed.contract);

        signed.hands.claimOn(lifting, BOARD);
        assertThat(rule(signed.hands, lifting, "2"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("is not lifted");
        assertThat(state(signed.contract)).isEqualTo(ContractState.SUSPENDED);
    }

    @Test
    void it_can_still_be_ended() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);
        rejected(signed.contract, signed.hands);
        decide(signed.contract, signed.hands, "SUSPEND");
        opened(signed.contract, signed.hands);

        decide(signed.contract, signed.hands, "EXIT");

        assertThat(state(signed.contract)).isEqualTo(ContractState.EXITING);
    }

    private void assertRefused(ContractId contract, ReviewHands hands, String lifting) throws Exception {
        hands.claimOn(lifting, CHAIR);
        assertThat(propose(hands, lifting, "LIFT")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Answer proposed = byApi(lifting);
        assertThat(proposed.status()).isEqualTo(422);
        assertThat(proposed.body().toString()).contains("is not lifted");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    proposedInDatabase(contract);
                    inDatabase(contract, true);
                }))
                .hasStackTraceContaining("rejected or stopped");
        assertThat(state(contract)).isEqualTo(ContractState.SUSPENDED);
    }

    private Answer byApi(String lifting) {
        String path = "/api" + lifting;
        return api.post(
                CHAIR,
                path + "/proposals",
                Map.of("outcome", "LIFT", "reasons", "The misuse ended."),
                "If-Match",
                api.get(CHAIR, path).tag());
    }

    private void rejected(ContractId contract, ReviewHands hands) throws Exception {
        ReviewId delta = changed(contract);
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        begun.voteAndClose(delta, "REJECT");
        begun.workOff(delta, "decision", CHAIR, rejection());
        assertThat(hands.casePage(CHAIR)).contains("Rejected");
        assertThat(state(contract)).isEqualTo(ContractState.REJECTED);
    }

    private static Map<String, Object> rejection() {
        return Map.of("reasons", "Detention weighs.", "rights", List.of("R05"));
    }

    private ReviewId changed(ContractId id) {
        transaction.executeWithoutResult(status -> {
            database.sql("update contract.contract set ceiling_minor = 900000000 where id = :id")
                    .param("id", id.value())
                    .update();
            Contract contract = contracts.get(id);
            events.publishEvent(new ContractChanged(
                    id, contract.reference(), contract.version(), List.of("ceiling"), "sofia.marin", Instant.now()));
        });
        return reviews.latestOf(id).orElseThrow().id();
    }

    private String opened(ContractId contract, ReviewHands hands) {
        assertThat(hands.post(CHAIR, "/contracts/" + contract + "/suspension", Map.of("reason", "The misuse ended.")))
                .hasStatus3xxRedirection();
        return open(contract);
    }

    private String open(ContractId contract) {
        return "/suspensions/" + suspensions.openOf(contract).orElseThrow().id();
    }

    private void decide(ContractId contract, ReviewHands hands, String outcome) throws Exception {
        String suspension = open(contract);
        hands.claimOn(suspension, CHAIR);
        assertThat(propose(hands, suspension, outcome)).hasStatus3xxRedirection();
        hands.claimOn(suspension, BOARD);
        assertThat(rule(hands, suspension, "1")).hasStatus3xxRedirection();
    }

    private static MvcTestResult propose(ReviewHands hands, String suspension, String outcome) {
        return hands.post(
                CHAIR,
                suspension + "/proposal",
                Map.of(
                        "outcome", outcome,
                        "reasons", "Families are traced.",
                        "customer-notice", "We stop the service tomorrow.",
                        "safety", "Open cases are handed over on paper."));
    }

    private static MvcTestResult rule(ReviewHands hands, String suspension, String seen) {
        return hands.post(
                BOARD, suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read.", "seen", seen));
    }

    private void proposedInDatabase(ContractId contract) {
        database.sql(
                        """
                        insert into review.suspension_proposal (id, suspension_id, number, outcome, reasons, customer_notice,
                            safety, proposed_by, proposed_at)
                        select gen_random_uuid(), s.id, 2, 'LIFT', 'x', '', '', 'ruth.castillo', now()
                        from review.suspension_review s where s.contract_id = :contract and s.closed_at is null
                        """)
                .param("contract", contract.value())
                .update();
    }

    private void inDatabase(ContractId contract, boolean confirmed) {
        database.sql(
                        """
                        insert into review.suspension_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                        select p.id, :confirmed, 'x', 'george.tan', now() from review.suspension_proposal p
                        join review.suspension_review s on s.id = p.suspension_id
                        where s.contract_id = :contract and s.closed_at is null
                        """)
                .param("confirmed", confirmed)
                .param("contract", contract.value())
                .update();
    }

    private void becomes(ContractId contract, String state) {
        database.sql("update contract.contract set state = :state where id = :id")
                .param("state", state)
                .param("id", contract.value())
                .update();
    }

    private ContractState state(ContractId contract) {
        return contracts.get(contract).state();
    }
}
