package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.LearnedStories.Gate;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H16: what is written in the instant of a triage, a decision or a signature is known by it or noticed after it, in either order. */
@IntegrationTest
class LearnedAtOnceIT {

    private final MockMvcTester mvc;
    private final LearnedStories stories;
    private final AtOnce atOnce;
    private final ContractRegister contracts;
    private final ReviewCases reviews;
    private final Decisions decisions;

    @Autowired
    LearnedAtOnceIT(
            MockMvcTester mvc,
            LearnedStories stories,
            AtOnce atOnce,
            ContractRegister contracts,
            ReviewCases reviews,
            Decisions decisions) {
        this.mvc = mvc;
        this.stories = stories;
        this.atOnce = atOnce;
        this.contracts = contracts;
        this.reviews = reviews;
        this.decisions = decisions;
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
    void a_triage_waits_for_what_is_written_and_counts_it() throws Exception {
        Begun review = stories.atTheTriage(mvc);

        assertThat(atOnce.<MvcTestResult>beforeCommit(() -> written(review), () -> LearnedStories.triage(review)))
                .hasStatus3xxRedirection();

        assertThat(reviews.get(review.review()).confirmedTier()).isEqualTo(Tier.T4);
        assertThat(stories.waiting(review.contract())).isZero();
    }

    @Test
    void what_is_written_waits_for_a_triage_and_leads_back_to_it() throws Exception {
        Begun review = stories.atTheTriage(mvc);

        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> assertThat(LearnedStories.triage(review)).hasStatus3xxRedirection(),
                        () -> stories.worse(review.contract(), review.hands())))
                .hasStatus3xxRedirection();

        assertThat(reviews.get(review.review()).confirmedTier()).isEqualTo(Tier.T3);
        stories.weigh(review.contract());
        assertThat(reviews.get(review.review()).pass()).isEqualTo(2);
        assertThat(stories.tiersLearned(review.contract())).containsExactly("T4");
    }

    @RepeatedTest(3)
    void a_triage_among_several_who_write_ends_with_the_higher_tier() throws Exception {
        Begun review = stories.atTheTriage(mvc);
        Callable<Object> write = () -> stories.worse(review.contract(), review.hands());

        atOnce.all(List.<Callable<Object>>of(write, () -> LearnedStories.triage(review), write, write));
        stories.weigh(review.contract());

        boolean knew = reviews.get(review.review()).confirmedTier() == Tier.T4;
        boolean wentBack = reviews.get(review.review()).pass() == 2
                && stories.tiersLearned(review.contract()).contains("T4");
        assertThat(knew != wentBack).as("the triage knew it, or goes back").isTrue();
    }

    @Test
    void an_approval_in_the_instant_of_the_writing_lapses_whichever_came_first() throws Exception {
        Begun before = stories.atTheDecision(mvc);
        assertThat(atOnce.<MvcTestResult>beforeCommit(() -> written(before), () -> LearnedStories.decide(before)))
                .hasStatus3xxRedirection();
        lapsesBy(before.contract(), before.review());

        Begun after = stories.atTheDecision(mvc);
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> assertThat(LearnedStories.decide(after)).hasStatus3xxRedirection(),
                        () -> stories.worse(after.contract(), after.hands())))
                .hasStatus3xxRedirection();
        lapsesBy(after.contract(), after.review());
    }

    @Test
    void an_approval_in_the_instant_of_the_weighing_lapses_or_is_refused() throws Exception {
        Begun refused = stories.atTheDecision(mvc);
        written(refused);
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> stories.weigh(refused.contract()), () -> LearnedStories.decide(refused)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(decisions.of(refused.review())).isEmpty();
        assertThat(stories.tiersLearned(refused.contract())).containsExactly("T4");
    }

    @Test
    void a_signature_in_the_instant_of_the_writing_is_noticed_whichever_came_first() throws Exception {
        Gate before = stories.atTheGate(mvc);
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> assertThat(stories.worse(before.contract(), before.hands()))
                                .hasStatus3xxRedirection(),
                        before::sign))
                .hasStatus3xxRedirection();
        signedAndNoticed(before);

        Gate after = stories.atTheGate(mvc);
        assertThat(atOnce.<MvcTestResult>beforeCommit(
                        () -> assertThat(after.sign()).hasStatus3xxRedirection(),
                        () -> stories.worse(after.contract(), after.hands())))
                .hasStatus3xxRedirection();
        signedAndNoticed(after);
    }

    @Test
    void a_signature_in_the_instant_of_the_weighing_is_refused() throws Exception {
        Gate gate = stories.atTheGate(mvc);
        assertThat(stories.worse(gate.contract(), gate.hands())).hasStatus3xxRedirection();

        assertThat(atOnce.<MvcTestResult>beforeCommit(() -> stories.weigh(gate.contract()), gate::sign))
                .hasStatus(HttpStatus.CONFLICT);

        lapsed(gate.review());
        assertThat(contracts.get(gate.contract()).state()).isNotEqualTo(ContractState.SIGNED);
    }

    @RepeatedTest(2)
    void a_signature_among_several_who_write_and_weigh_is_noticed_or_refused() throws Exception {
        Gate gate = stories.atTheGate(mvc);
        Callable<Object> write = () -> stories.worse(gate.contract(), gate.hands());
        Callable<Object> weigh = () -> {
            stories.weighOnce();
            return "weighed";
        };

        atOnce.all(List.<Callable<Object>>of(write, weigh, gate::sign, write, weigh));
        stories.weigh(gate.contract());

        if (contracts.get(gate.contract()).state() == ContractState.SIGNED) {
            assertThat(incidents(gate.contract())).isPositive();
        } else {
            lapsed(gate.review());
            assertThat(stories.tiersLearned(gate.contract())).isNotEmpty();
        }
    }

    private void written(Begun review) {
        assertThat(stories.worse(review.contract(), review.hands())).hasStatus3xxRedirection();
    }

    private void lapsesBy(ContractId contract, ReviewId review) {
        assertThat(stories.waiting(contract)).isOne();
        stories.weigh(contract);
        lapsed(review);
        assertThat(stories.tiersLearned(contract)).containsExactly("T4");
    }

    private void lapsed(ReviewId review) {
        assertThat(decisions.lapse(decisions.latestOf(review).orElseThrow().id()))
                .get()
                .asString()
                .startsWith("Learned since the triage, which gives T4: ");
    }

    private void signedAndNoticed(Gate gate) {
        assertThat(contracts.get(gate.contract()).state()).isEqualTo(ContractState.SIGNED);
        assertThat(stories.waiting(gate.contract())).isOne();
        stories.weigh(gate.contract());
        assertThat(incidents(gate.contract())).isOne();
    }

    private int incidents(ContractId contract) {
        return stories.count(
                "select count(*) from review.incident where contract_id = :contract and account like 'Learned since%'",
                contract);
    }
}
