package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.followup.SuspensionReview;
import org.contractethics.review.internal.followup.SuspensionReview.Purpose;
import org.contractethics.review.internal.followup.Suspensions;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a concern asks for while services are held is not lost: it follows when they go on, and nothing claims more before. */
@IntegrationTest
class MeasuresWhileHeldIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ConcernMeasures measures;
    private final ContractRegister contracts;
    private final Suspensions suspensions;
    private final Reviews reviews;
    private final JdbcClient database;
    private final ConcernId first = new ConcernId(UUID.randomUUID());
    private final ConcernId later = new ConcernId(UUID.randomUUID());

    @Autowired
    MeasuresWhileHeldIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ConcernMeasures measures,
            ContractRegister contracts,
            Suspensions suspensions,
            Reviews reviews,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.measures = measures;
        this.contracts = contracts;
        this.suspensions = suspensions;
        this.reviews = reviews;
        this.database = database;
    }

    @Test
    void a_suspension_and_a_reopening_asked_for_while_services_are_held_follow_when_they_go_on() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);
        assertThat(take(Measure.SUSPENSION, signed, first).opened())
                .as("a suspension review is open")
                .isTrue();
        SuspensionReview asked = suspensions.openOf(signed.contract).orElseThrow();
        assertThat(asked.purpose()).isEqualTo(Purpose.SUSPEND);
        decide(signed, asked.id(), "SUSPEND");
        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.SUSPENDED);

        assertThat(signed.hands.post(
                        "ruth.castillo",
                        "/contracts/" + signed.contract + "/suspension",
                        Map.of("reason", "The supplier changed its way.")))
                .hasStatus3xxRedirection();
        UUID lifting = suspensions.openOf(signed.contract).orElseThrow().id();
        Taken reopening = take(Measure.REOPEN, signed, first);
        Taken suspension = take(Measure.SUSPENSION, signed, later);

        assertThat(List.of(reopening.opened(), suspension.opened())).containsOnly(false);
        assertThat(reopening.words()).isEqualTo("Opening the review again was asked for");
        assertThat(signed.hands.casePage("ruth.castillo"))
                .contains("Opening the review again was asked for")
                .doesNotContain("The review is opened again<");
        assertThat(lapses(signed.review)).as("no approval stands any more").isEqualTo(1);
        assertThatThrownBy(() -> answers(later, lifting)).hasStackTraceContaining("does not decide whether");

        // facts that changed meanwhile carry nothing over either
        database.sql("update contract.contract set ceiling_minor = 900000000 where id = :id")
                .param("id", signed.contract.value())
                .update();
        decide(signed, lifting, "LIFT");

        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.IN_REVIEW);
        ReviewId next = reviews.latestOf(signed.contract).orElseThrow().id();
        assertThat(next).isNotEqualTo(signed.review);
        assertThat(whole(next)).startsWith("It was asked to open the review again");
        assertThat(suspensions.openOf(signed.contract))
                .as("asked now that they go on")
                .hasValueSatisfying(open -> assertThat(open.purpose()).isEqualTo(Purpose.SUSPEND));
        assertThat(taken(Measure.SUSPENSION, later).opened()).isTrue();
    }

    private Taken take(Measure measure, SignedContract signed, ConcernId concern) {
        assertThat(measures.take(measure, signed.contract, concern, "Harm may be imminent.", "system"))
                .isTrue();
        return taken(measure, concern);
    }

    private Taken taken(Measure measure, ConcernId concern) {
        return measures.of(concern).stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private void decide(SignedContract signed, UUID suspension, String outcome) throws Exception {
        String path = "/suspensions/" + suspension;
        signed.claimOn(path, "ruth.castillo");
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        path + "/proposal",
                        Map.of(
                                "outcome", outcome,
                                "reasons", "Misuse.",
                                "customer-notice", "We stop the service tomorrow.",
                                "safety", "On paper.")))
                .hasStatus3xxRedirection();
        signed.claimOn(path, "george.tan");
        assertThat(signed.hands.post(
                        "george.tan", path + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "Read.")))
                .hasStatus3xxRedirection();
    }

    private void answers(ConcernId concern, UUID suspension) {
        database.sql(
                        """
                        insert into review.concern_suspension (concern_id, contract_id, suspension_id)
                        select concern_id, contract_id, :suspension from review.concern_measure
                        where concern_id = :concern and measure = 'SUSPENSION'
                        """)
                .param("suspension", suspension)
                .param("concern", concern.value())
                .update();
    }

    private int lapses(ReviewId review) {
        return database.sql(
                        """
                        select count(*) from review.decision_lapse l join review.decision d on d.id = l.decision_id
                        where d.review_id = :id
                        """)
                .param("id", review.value())
                .query(Integer.class)
                .single();
    }

    private String whole(ReviewId review) {
        return database.sql("select reason from review.whole_review where review_id = :id")
                .param("id", review.value())
                .query(String.class)
                .single();
    }
}
