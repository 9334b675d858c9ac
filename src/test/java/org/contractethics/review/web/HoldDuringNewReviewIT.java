package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.followup.ReReviews;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A re-review found that a new review is needed; misuse becomes known while it is open, and the services are suspended. */
@IntegrationTest
class HoldDuringNewReviewIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Reviews reviews;
    private final Decisions decisions;
    private final ReReviews reReviews;
    private final Suspensions suspensions;
    private final ConcernMeasures concerns;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    HoldDuringNewReviewIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            Reviews reviews,
            Decisions decisions,
            ReReviews reReviews,
            Suspensions suspensions,
            ConcernMeasures concerns,
            RuntimeService processes,
            ManagementService jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.reviews = reviews;
        this.decisions = decisions;
        this.reReviews = reReviews;
        this.suspensions = suspensions;
        this.concerns = concerns;
        this.processes = processes;
        this.jobs = jobs;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
    }

    @Test
    void the_review_that_was_necessary_begins_anew_when_the_services_go_on() throws Exception {
        ReviewId necessary = newReviewIsNeeded();
        suspended();
        assertThat(reviews.find(necessary).orElseThrow().closed()).isTrue();

        lifted();

        assertThat(newest()).isNotEqualTo(necessary).isNotEqualTo(signed.review);
        assertThat(state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(openTasks()).as("the whole way again").containsExactly("document-check");
        assertThat(lapsed()).as("that is for the new review to say").isFalse();
    }

    @Test
    void facts_that_change_meanwhile_end_the_approval_and_shorten_nothing() throws Exception {
        newReviewIsNeeded();
        suspended();

        change("ceiling_minor = 900000000");

        assertThat(lapsed()).isTrue();
        lifted();
        assertThat(openTasks()).containsExactly("document-check");
    }

    @Test
    void a_concern_that_opens_the_contract_again_ends_the_approval_that_stands() throws Exception {
        newReviewIsNeeded();
        suspended();

        assertThat(concerns.reopen(signed.contract, new ConcernId(UUID.randomUUID()), "Harm was done."))
                .isTrue();

        assertThat(lapsed()).isTrue();
        assertThat(state()).as("it begins when the services go on").isEqualTo(ContractState.SUSPENDED);
        lifted();
        assertThat(openTasks()).containsExactly("document-check");
    }

    @Test
    void nothing_makes_the_contract_signed_again_without_that_review() throws Exception {
        newReviewIsNeeded();
        suspended();
        String lifting = opened();
        propose(lifting, "LIFT");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    """
                                    insert into review.suspension_ruling (proposal_id, confirmed, reasons, ruled_by, ruled_at)
                                    select p.id, true, 'Read.', 'george.tan', now() from review.suspension_proposal p
                                    where p.suspension_id = :id
                                    """)
                            .param("id", UUID.fromString(lifting.substring("/suspensions/".length())))
                            .update();
                    database.sql("update contract.contract set state = 'SIGNED' where id = :id")
                            .param("id", signed.contract.value())
                            .update();
                }))
                .hasStackTraceContaining("ended by a hold and has to begin anew");
        assertThat(state()).isEqualTo(ContractState.SUSPENDED);
    }

    /** What was approved anew and not signed yet waits at no gate any more. */
    @Test
    void an_approval_that_was_not_signed_before_the_hold_is_reviewed_again() throws Exception {
        change("ceiling_minor = 900000000");
        ReviewId delta = newest();
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        begun.voteAndClose(delta);
        begun.workOff(delta, "decision", "ruth.castillo", ReviewSteps.decision());
        suspended();

        lifted();

        assertThat(newest()).isNotEqualTo(delta);
        assertThat(state()).isEqualTo(ContractState.IN_REVIEW);
    }

    @Test
    void an_approval_with_no_other_review_beside_it_stands_after_a_hold() throws Exception {
        suspended();

        lifted();

        assertThat(state()).isEqualTo(ContractState.SIGNED);
        assertThat(newest()).isEqualTo(signed.review);
    }

    private ReviewId newReviewIsNeeded() throws Exception {
        String reReview = reReviews.of(signed.contract).get(0).id().toString();
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reReview)
                .singleResult()
                .getId();
        jobs.createJobQuery().processInstanceId(process).list().forEach(job -> jobs.executeJob(job.getId()));
        String path = "/re-reviews/" + reReview;
        signed.claimOn(path, "helen.okafor");
        assertThat(signed.hands.post(
                        "helen.okafor", path, Map.of("result", "NEW_REVIEW", "reasons", "The use changed.")))
                .hasStatus3xxRedirection();
        return newest();
    }

    private void suspended() throws Exception {
        String suspension = opened();
        propose(suspension, "SUSPEND");
        rule(suspension);
        assertThat(state()).isEqualTo(ContractState.SUSPENDED);
    }

    private void lifted() throws Exception {
        String lifting = opened();
        propose(lifting, "LIFT");
        rule(lifting);
    }

    private String opened() {
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        "/contracts/" + signed.contract + "/suspension",
                        Map.of("reason", "A paper reports misuse.")))
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
        assertThat(signed.hands.post(
                        "george.tan", suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read.")))
                .hasStatus3xxRedirection();
    }

    /** As an import does with a contract that people work on already. */
    private void change(String assignment) {
        transaction.executeWithoutResult(status -> {
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
        });
    }

    private boolean lapsed() {
        Decision approval = decisions.latestOf(signed.review).orElseThrow();
        return decisions.lapse(approval.id()).isPresent();
    }

    private ReviewId newest() {
        return reviews.latestOf(signed.contract).orElseThrow().id();
    }

    private List<String> openTasks() {
        return OpenTasks.of(database, newest().value());
    }

    private ContractState state() {
        return contracts.get(signed.contract).state();
    }
}
