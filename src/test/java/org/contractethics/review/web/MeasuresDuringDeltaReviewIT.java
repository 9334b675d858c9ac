package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.followup.ContractExits;
import org.contractethics.review.internal.followup.InterimMeasures;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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
    private final ContractExits exits;
    private final Reviews reviews;
    private final InterimMeasures measures;
    private final ConcernMeasures concerns;
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
            ContractExits exits,
            Reviews reviews,
            InterimMeasures measures,
            ConcernMeasures concerns,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.exits = exits;
        this.reviews = reviews;
        this.measures = measures;
        this.concerns = concerns;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contractPath = "/contracts/" + signed.contract;
    }

    @Test
    void the_chair_restricts_it_once_and_two_people_are_asked() throws Exception {
        change("ceiling_minor = 900000000");
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
    void a_suspension_is_confirmed_at_once_and_ends_the_review_until_the_services_go_on() throws Exception {
        change("ceiling_minor = 900000000");
        ReviewId delta = newest();
        assertThatThrownBy(() -> become("SUSPENDED")).hasMessageContaining("without a ruling");
        String suspension = opened();
        propose(suspension, "SUSPEND");
        assertThat(state()).as("nothing by one person").isEqualTo(ContractState.IN_REVIEW);

        rule(suspension);

        assertThat(state()).isEqualTo(ContractState.SUSPENDED);
        assertThat(openTasks(delta)).isEmpty();
        assertThat(reviews.find(delta).orElseThrow().closed()).isTrue();
        assertThat(signed.hands.casePage("dana.whitfield")).contains("We stop the service tomorrow.");
        String lifting = opened();
        propose(lifting, "LIFT");
        rule(lifting);
        assertThat(newest())
                .as("what changed is reviewed, without a submission")
                .isNotEqualTo(delta);
        assertThat(state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(openTasks(newest())).containsExactly("legal-stop");
    }

    @Test
    void a_restriction_from_before_the_review_stands_beside_it_and_is_put_back_at_the_new_signature() throws Exception {
        assertThat(restrict("ruth.castillo")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(ContractState.RESTRICTED);
        change("ceiling_minor = 900000000");
        assertThat(state()).isEqualTo(ContractState.IN_REVIEW);
        ReviewId delta = newest();
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        begun.voteAndClose(delta);
        // two tasks wait for the chair: the suspension that the restriction asks for, and the decision
        signed.hands.claim("Record the decision", "ruth.castillo");
        signed.hands.send(delta, "decision", "ruth.castillo", ReviewSteps.decision());
        signed.hands.workOff(delta, "signature-gate", "leo.brandt", Map.of("same", "yes"));

        assertThat(state()).isEqualTo(ContractState.RESTRICTED);
        assertThat(measures.running(signed.contract)).isPresent();
        assertThatThrownBy(() -> become("SIGNED")).hasMessageContaining("without a ruling");
    }

    @Test
    void a_decision_to_suspend_does_and_a_lifted_suspension_is_reviewed_anew() throws Exception {
        assertThat(restrict("ruth.castillo")).hasStatus3xxRedirection();
        UUID asked = suspensions.openOf(signed.contract).orElseThrow().id();
        propose("/suspensions/" + asked, "CONTINUE");
        ReviewId delta = upToTheDecision("SUSPEND", "3", "3");
        signed.hands.claim("Record the decision", "ruth.castillo");
        assertThat(signed.hands.page("ruth.castillo", "/reviews/" + delta + "/stages/decision"))
                .contains("it cannot be appealed");
        Map<String, Object> decision = new java.util.LinkedHashMap<>(
                Map.of("reasons", "Families are traced.", "rights", List.of("R05"), "safety", "On paper."));
        assertThat(signed.hands.post("ruth.castillo", "/reviews/" + delta + "/stages/decision/check", decision))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Write what the customer is told.");
        decision.put("customer-notice", "We stop the service tomorrow.");
        signed.hands.send(delta, "decision", "ruth.castillo", decision);

        assertThat(state()).isEqualTo(ContractState.SUSPENDED);
        assertThat(openTasks(delta)).isEmpty();
        assertThat(measures.of(signed.contract).get(0).end()).isNotNull();
        assertThat(signed.hands.casePage("dana.whitfield")).contains("We stop the service tomorrow.");
        assertThatThrownBy(() -> become("SIGNED")).hasMessageContaining("without a ruling");
        assertThat(signed.hands.casePage("dana.whitfield")).contains("None: the review ended with this decision.");
        assertThat(signed.hands.post("lena.hoffman", "/reviews/" + delta + "/appeal", Map.of("reasons", "Misread")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(openTasks(asked)).as("nobody is asked a second time").isEmpty();
        assertThat(signed.hands.get("dana.whitfield", "/suspensions/" + asked))
                .bodyText()
                .contains("Ended by the decision of the review");
        String lifting = opened();
        propose(lifting, "LIFT");
        rule(lifting);
        assertThat(state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(newest()).isNotEqualTo(delta);
        assertThat(openTasks(newest())).as("the whole way again").containsExactly("document-check");
    }

    @Test
    void a_decision_to_exit_opens_the_exit() throws Exception {
        ReviewId delta = upToTheDecision("EXIT", "4", "4");
        signed.hands.workOff(
                delta,
                "decision",
                "george.tan",
                Map.of("reasons", "Families are torn apart.", "rights", List.of("R05")));

        assertThat(state()).isEqualTo(ContractState.EXITING);
        assertThat(exits.of(signed.contract)).isPresent();
        assertThat(openTasks(delta)).isEmpty();
        assertThat(signed.hands.post("ruth.castillo", contractPath + "/suspension", Map.of("reason", "x")))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void a_concern_that_opens_it_again_leaves_nothing_carried_over() throws Exception {
        change("ceiling_minor = 900000000");
        ReviewId delta = newest();
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(openTasks(delta)).as("everything else is carried over").containsExactly("vote");

        assertThat(concerns.reopen(signed.contract, new ConcernId(UUID.randomUUID()), "Harm was done."))
                .isTrue();

        assertThat(openTasks(delta)).containsExactly("legal-stop");
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        assertThat(openTasks(delta)).containsExactly("document-check");
    }

    @Test
    void a_concern_about_it_is_routed_as_about_a_running_contract() {
        change("ceiling_minor = 900000000");
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

    /** A user is added, so that everything is examined anew; what is found is graver than before. */
    private ReviewId upToTheDecision(String outcome, String scale, String irremediability) throws Exception {
        change("end_users = '{Removal units}'");
        ReviewId delta = newest();
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        begun.workOff(delta, "research", "dana.whitfield", ReviewSteps.research());
        signed.hands.claim("helen.okafor");
        Map<String, String> impact = new java.util.LinkedHashMap<>(ReviewSteps.impact());
        impact.put("scale", scale);
        impact.put("irremediability", irremediability);
        begun.steps().assess(signed.hands, delta, impact, "Severity: ");
        Map<String, String> mitigation = new java.util.LinkedHashMap<>(ReviewSteps.mitigation());
        mitigation.put("residual-R05-scale", scale);
        mitigation.put("residual-R05-irremediability", irremediability);
        signed.hands.workOff(delta, "mitigation", "priya.raman", mitigation);
        begun.voteAndClose(delta, outcome);
        return delta;
    }

    private String opened() {
        assertThat(signed.hands.post(
                        "ruth.castillo", contractPath + "/suspension", Map.of("reason", "A paper reports misuse.")))
                .hasStatus3xxRedirection();
        return "/suspensions/"
                + suspensions.openOf(signed.contract).orElseThrow().id();
    }

    private void propose(String suspension, String outcome) throws Exception {
        signed.claimOn(suspension, "ruth.castillo");
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        suspension + "/proposal",
                        Map.of(
                                "outcome", outcome,
                                "reasons", "Misuse.",
                                "customer-notice", "We stop the service tomorrow.",
                                "safety", "On paper.")))
                .hasStatus3xxRedirection();
    }

    private void rule(String suspension) throws Exception {
        signed.claimOn(suspension, "george.tan");
        assertThat(ruling(suspension)).hasStatus3xxRedirection();
    }

    private MvcTestResult ruling(String suspension) {
        return signed.hands.post(
                "george.tan", suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read."));
    }

    private ReviewId newest() {
        return reviews.latestOf(signed.contract).orElseThrow().id();
    }

    private List<String> openTasks(ReviewId review) {
        return openTasks(review.value());
    }

    private List<String> openTasks(UUID subject) {
        return OpenTasks.of(database, subject);
    }

    private void become(String state) {
        database.sql("update contract.contract set state = :state where id = :id")
                .param("state", state)
                .param("id", signed.contract.value())
                .update();
    }

    /** As an import does with a contract that people work on already. */
    private void change(String assignment) {
        transaction.executeWithoutResult(status -> changeByImport(assignment));
    }

    private void changeByImport(String assignment) {
        database.sql("update contract.contract set " + assignment + " where id = :id")
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

    private MvcTestResult restrict(String person) {
        return signed.hands.post(person, contractPath + "/interim-measure", RESTRICTION);
    }

    private ContractState state() {
        return contracts.get(signed.contract).state();
    }
}
