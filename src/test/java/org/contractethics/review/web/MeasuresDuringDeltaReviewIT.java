package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.followup.InterimMeasures;
import org.contractethics.review.internal.followup.Suspensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed contract runs on while a delta review of it is open: it can be restricted, and whether it goes on can be asked. */
@IntegrationTest
class MeasuresDuringDeltaReviewIT {

    private static final Map<String, String> RESTRICTION = Map.of(
            "cause", "other", "restriction", "No queries by field offices", "reasons", "Families are traced now.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Suspensions suspensions;
    private final InterimMeasures measures;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private SignedContract signed;
    private String contractPath = "";

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    MeasuresDuringDeltaReviewIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            Suspensions suspensions,
            InterimMeasures measures,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.measures = measures;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void signAndChange() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contractPath = "/contracts/" + signed.contract;
        transaction.executeWithoutResult(status -> changeByImport());
        assertThat(state()).as("a delta review is open").isEqualTo(ContractState.IN_REVIEW);
    }

    @Test
    void the_chair_restricts_it_once_and_two_people_are_asked() throws Exception {
        assertThat(restrict("george.tan")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(restrict("ruth.castillo")).hasStatus3xxRedirection();

        assertThat(measures.running(signed.contract)).isPresent();
        assertThat(suspensions.openOf(signed.contract)).isPresent();
        assertThat(state()).as("the review goes on").isEqualTo(ContractState.IN_REVIEW);
        assertThat(signed.hands.casePage("dana.whitfield")).contains("No queries by field offices");
        assertThat(restrict("ruth.castillo"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("restricts this contract already");
    }

    @Test
    void a_suspension_is_opened_and_proposed_and_confirmed_only_when_signed_again() throws Exception {
        assertThat(signed.hands.post(
                        "ruth.castillo", contractPath + "/suspension", Map.of("reason", "A paper reports misuse.")))
                .hasStatus3xxRedirection();
        String suspension = "/suspensions/"
                + suspensions.openOf(signed.contract).orElseThrow().id();
        signed.claimOn(suspension, "ruth.castillo");
        signed.hands.post(
                "ruth.castillo",
                suspension + "/proposal",
                Map.of(
                        "outcome",
                        "SUSPEND",
                        "reasons",
                        "Misuse.",
                        "customer-notice",
                        "We stop.",
                        "safety",
                        "On paper."));
        signed.claimOn(suspension, "george.tan");

        assertThat(signed.hands.post(
                        "george.tan", suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read.")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("when it is signed again", "the chair can restrict its services");
    }

    @Test
    void a_concern_about_it_is_routed_as_about_a_running_contract() {
        String id = UUID.randomUUID().toString();
        ConcernHands.sent(signed.hands.post(
                "erin.walsh",
                "/concerns",
                ConcernHands.form(id, Map.of("topic", "IMMINENT_HARM", "contract", signed.contract.toString()))));

        assertThat(database.sql("select contract_action from concern.concern where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(String.class)
                        .single())
                .isNotEqualTo("HOLD_SIGNATURE")
                .isEqualTo("INTERIM_MEASURE");
    }

    /** As an import does with a contract that people work on already. */
    private void changeByImport() {
        database.sql("update contract.contract set ceiling_minor = 200000 where id = :id")
                .param("id", signed.contract.value())
                .update();
        Contract contract = contracts.get(signed.contract);
        events.publishEvent(new ContractChanged(
                contract.id(),
                contract.reference(),
                contract.version(),
                List.of("ceiling"),
                "sofia.marin",
                Instant.now()));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult restrict(String person) {
        return signed.hands.post(person, contractPath + "/interim-measure", RESTRICTION);
    }

    private ContractState state() {
        return contracts.get(signed.contract).state();
    }
}
