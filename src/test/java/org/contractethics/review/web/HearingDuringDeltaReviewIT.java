package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A hearing that finds a higher tier while a change of the contract is reviewed. */
@IntegrationTest
class HearingDuringDeltaReviewIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final ReviewCases reviews;
    private final ConcernMeasures measures;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @Autowired
    HearingDuringDeltaReviewIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            ReviewCases reviews,
            ConcernMeasures measures,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.reviews = reviews;
        this.measures = measures;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void it_goes_back_at_once_where_nothing_is_carried_over_any_more() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        transaction.executeWithoutResult(status -> change(signed));
        ReviewId delta = reviews.of(signed.contract).get(0).id();
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(openTasks(delta)).as("everything else is carried over").containsExactly("vote");
        assertThat(measures.reopen(signed.contract, new ConcernId(UUID.randomUUID()), "Harm was done."))
                .isTrue();
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(openTasks(delta)).as("nothing is carried over any more").containsExactly("research");

        heard(signed);

        assertThat(openTasks(delta)).containsExactly("legal-stop");
        begun.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(delta, "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(openTasks(delta)).containsExactly("research");
        assertThat(reviews.get(delta).confirmedTier()).isEqualTo(Tier.T4);
    }

    private void heard(SignedContract signed) {
        ConcernId concern = new ConcernId(UUID.randomUUID());
        assertThat(measures.hearing(signed.contract, concern, "Twenty-five people signed."))
                .isTrue();
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        "/contracts/" + signed.contract + "/hearings/" + concern,
                        Map.of("account", "Two speakers.", "tier", "It rises.", "higher-tier", "T4")))
                .hasStatus3xxRedirection();
    }

    /** As an import does with a contract that people work on already. */
    private void change(SignedContract signed) {
        database.sql("update contract.contract set ceiling_minor = 900000000 where id = :id")
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

    private List<String> openTasks(ReviewId review) {
        return OpenTasks.of(database, review.value());
    }
}
