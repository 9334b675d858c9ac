package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.followup.InterimMeasures;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What speaks against a signature and comes in the same instant: neither order signs past it, and neither loses it. */
@IntegrationTest
class SignedAgainstAtOnceIT {

    private static final String SIGNER = "leo.brandt";
    private static final String CHAIR = "ruth.castillo";
    private static final String BOARD = "george.tan";
    private static final Map<String, String> RESTRICTION =
            Map.of("cause", "other", "restriction", "No queries by field offices", "reasons", "Families are traced.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final AtOnce atOnce;
    private final Reviews reviews;
    private final ContractRegister contracts;
    private final Suspensions suspensions;
    private final InterimMeasures measures;
    private final ConcernMeasures ofConcerns;
    private final Concerns concerns;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @Autowired
    SignedAgainstAtOnceIT(
            MockMvcTester mvc,
            BegunReviews begun,
            AtOnce atOnce,
            Reviews reviews,
            ContractRegister contracts,
            Suspensions suspensions,
            InterimMeasures measures,
            ConcernMeasures ofConcerns,
            Concerns concerns,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.atOnce = atOnce;
        this.reviews = reviews;
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.measures = measures;
        this.ofConcerns = ofConcerns;
        this.concerns = concerns;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    /** Somebody at the gate, with the form that signs. */
    private record Gate(ContractId contract, ReviewId review, ReviewHands hands, Map<String, Object> form) {

        MvcTestResult sign() {
            return hands.post(SIGNER, "/reviews/" + review + "/stages/signature-gate", form);
        }
    }

    /** S13 */
    @Test
    void a_suspension_decided_at_that_moment_is_no_signature_and_one_decided_after_it_stands() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        Gate gate = again(signed);
        String suspension = proposed(signed);

        assertThat(atOnce.<MvcTestResult>beforeCommit(() -> rule(signed, suspension), gate::sign))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(state(gate)).isEqualTo(ContractState.SUSPENDED);
        assertThat(signatures(gate)).isOne();

        SignedContract other = begun.signed(mvc, "paul.nguyen", true);
        Gate second = again(other);
        String late = proposed(other);
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> assertThat(second.sign()).hasStatus3xxRedirection(), () -> rule(other, late)))
                .hasStatus3xxRedirection();
        assertThat(state(second)).isEqualTo(ContractState.SUSPENDED);
    }

    /** H17 */
    @Test
    void services_restricted_at_that_moment_are_restricted_after_the_signature_whichever_came_first() throws Exception {
        SignedContract one = begun.signed(mvc, "paul.nguyen", true);
        Gate gate = again(one);
        assertThat(atOnce.<MvcTestResult>beforeCommit(() -> restrict(one), gate::sign))
                .hasStatus3xxRedirection();
        restricted(gate);

        SignedContract other = begun.signed(mvc, "paul.nguyen", true);
        Gate second = again(other);
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> assertThat(second.sign()).hasStatus3xxRedirection(), () -> restrict(other)))
                .hasStatus3xxRedirection();
        restricted(second);
    }

    /** H8, table 2.9 */
    @Test
    void a_review_opened_again_at_that_moment_is_seen_by_the_signature_or_makes_the_signed_approval_lapse()
            throws Exception {
        Gate gate = first();
        ConcernId concern = new ConcernId(UUID.randomUUID());
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> ofConcerns.reopen(gate.contract(), concern, "Harm was done."), gate::sign))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("approval lapsed");
        unsigned(gate);

        Gate second = first();
        assertThat(atOnce.<Boolean>beforeCommit(
                        () -> assertThat(second.sign()).hasStatus3xxRedirection(),
                        () -> ofConcerns.reopen(second.contract(), concern, "Harm was done.")))
                .isTrue();
        assertThat(state(second)).isEqualTo(ContractState.IN_REVIEW);
        assertThat(newest(second.contract())).isNotEqualTo(second.review());
    }

    /** Past every use case: a lapse, a restriction and a hold of somebody who writes into the tables. */
    @Test
    void the_database_signs_beside_no_lapse_and_no_measure() throws Exception {
        Gate gate = first();
        MvcTestResult sentBack = atOnce.beforeCommit(
                () -> written(
                        gate,
                        """
                        insert into review.decision_lapse (decision_id, reason, lapsed_at)
                        select id, 'Known better', now() from review.decision where contract_id = :contract"""),
                gate::sign);
        assertThat(sentBack).hasStatus3xxRedirection();
        unsigned(gate);
        assertThat(gate.hands().casePage(SIGNER)).contains("The approval lapsed: Known better");

        Gate second = first();
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> written(
                                second,
                                """
                                insert into review.concern_measure (contract_id, concern_id, measure, because, taken_by, taken_on)
                                values (:contract, gen_random_uuid(), 'HOLD', 'Harm may be imminent.', 'system', current_date)"""),
                        second::sign))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The signature is held");
        unsigned(second);
    }

    /** It becomes known when its day is over. By then the table's answer, to hold the signature, protects nobody any more. */
    @Test
    void imminent_harm_told_on_the_day_of_the_signature_has_the_suspension_decided() throws Exception {
        Gate gate = first();

        ConcernId concern = signedOnTheDayOf(gate, "IMMINENT_HARM");

        assertThat(ofConcerns.of(concern))
                .extracting(ConcernMeasures.Taken::measure)
                .containsExactly(ConcernMeasures.Measure.HOLD, ConcernMeasures.Measure.SUSPENSION);
        assertThat(suspensions.openOf(gate.contract())).isPresent();
    }

    @Test
    void harm_told_on_the_day_of_the_signature_opens_the_review_again() throws Exception {
        Gate gate = first();

        ConcernId concern = signedOnTheDayOf(gate, "HARM");

        assertThat(ofConcerns.of(concern))
                .extracting(ConcernMeasures.Taken::measure)
                .containsExactly(ConcernMeasures.Measure.REOPEN);
        assertThat(newest(gate.contract())).isNotEqualTo(gate.review());
    }

    private ConcernId signedOnTheDayOf(Gate gate, String topic) {
        String id = UUID.randomUUID().toString();
        String about = gate.contract().toString();
        sent(gate.hands().post("erin.walsh", "/concerns", form(id, Map.of("topic", topic, "contract", about))));
        assertThat(gate.sign()).hasStatus3xxRedirection();
        DayOfFiling.ends(database, id);
        concerns.announce();
        return new ConcernId(UUID.fromString(id));
    }

    private Gate first() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", CHAIR, ReviewSteps.decision());
        review.hands().claim(SIGNER);
        return new Gate(
                review.contract(),
                review.review(),
                review.hands(),
                review.hands().executed(review.review(), SIGNER));
    }

    /** A signed contract whose volume grew, at the gate once more. */
    private Gate again(SignedContract signed) throws Exception {
        transaction.executeWithoutResult(status -> grown(signed.contract));
        ReviewId delta = newest(signed.contract);
        begun.workOff(delta, "legal-stop", SIGNER, ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        begun.voteAndClose(delta);
        begun.workOff(delta, "decision", CHAIR, ReviewSteps.decision());
        signed.hands.claim(SIGNER);
        return new Gate(signed.contract, delta, signed.hands, signed.hands.executed(delta, SIGNER));
    }

    private void grown(ContractId id) {
        database.sql("update contract.contract set ceiling_minor = 900000000 where id = :id")
                .param("id", id.value())
                .update();
        Contract contract = contracts.get(id);
        events.publishEvent(new ContractChanged(
                id, contract.reference(), contract.version(), List.of("ceiling"), "sofia.marin", Instant.now()));
    }

    private String proposed(SignedContract signed) throws Exception {
        assertThat(signed.hands.post(
                        CHAIR, "/contracts/" + signed.contract + "/suspension", Map.of("reason", "Misuse is proven.")))
                .hasStatus3xxRedirection();
        String path = "/suspensions/"
                + suspensions.openOf(signed.contract).orElseThrow().id();
        signed.claimOn(path, CHAIR);
        assertThat(signed.hands.post(
                        CHAIR,
                        path + "/proposal",
                        Map.of(
                                "outcome", "SUSPEND",
                                "reasons", "Misuse.",
                                "customer-notice", "We stop the service tomorrow.",
                                "safety", "On paper.")))
                .hasStatus3xxRedirection();
        signed.claimOn(path, BOARD);
        return path;
    }

    private static MvcTestResult rule(SignedContract signed, String suspension) {
        MvcTestResult ruled =
                signed.hands.post(BOARD, suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read."));
        assertThat(ruled).hasStatus3xxRedirection();
        return ruled;
    }

    private static MvcTestResult restrict(SignedContract signed) {
        MvcTestResult restricted =
                signed.hands.post(CHAIR, "/contracts/" + signed.contract + "/interim-measure", RESTRICTION);
        assertThat(restricted).hasStatus3xxRedirection();
        return restricted;
    }

    private void restricted(Gate gate) {
        assertThat(state(gate)).isEqualTo(ContractState.RESTRICTED);
        assertThat(measures.running(gate.contract())).isPresent();
        assertThat(signatures(gate)).isEqualTo(2);
    }

    private void unsigned(Gate gate) {
        assertThat(signatures(gate)).isZero();
        assertThat(state(gate)).isNotEqualTo(ContractState.SIGNED);
    }

    private void written(Gate gate, String sql) {
        assertThat(database.sql(sql).param("contract", gate.contract().value()).update())
                .isOne();
    }

    private ContractState state(Gate gate) {
        return contracts.get(gate.contract()).state();
    }

    private ReviewId newest(ContractId contract) {
        return reviews.latestOf(contract).orElseThrow().id();
    }

    private int signatures(Gate gate) {
        return database.sql("select count(*) from review.gate_confirmation where contract_id = :contract")
                .param("contract", gate.contract().value())
                .query(Integer.class)
                .single();
    }
}
