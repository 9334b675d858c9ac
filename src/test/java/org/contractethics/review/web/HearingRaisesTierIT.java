package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A hearing that finds a higher tier: a review goes back, no triage and no approval goes below it, and an approval lapses. */
@IntegrationTest
class HearingRaisesTierIT {

    private static final String RUTH = "ruth.castillo";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ConcernMeasures measures;
    private final ContractRegister contracts;
    private final ReviewCases reviews;
    private final JdbcClient database;
    private final ConcernId concern = new ConcernId(UUID.randomUUID());

    @Autowired
    HearingRaisesTierIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ConcernMeasures measures,
            ContractRegister contracts,
            ReviewCases reviews,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.measures = measures;
        this.contracts = contracts;
        this.reviews = reviews;
        this.database = database;
    }

    @Test
    void a_triage_goes_no_lower_than_the_hearing_before_it() throws Exception {
        Begun begins = begun.submitted(mvc);
        ReviewHands hands = begins.hands();
        begun.workOff(begins.review(), "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(begins.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        assertThat(heard(begins.contract(), hands, "T4")).hasStatus3xxRedirection();
        hands.claim("tariq.osman");
        String triage = "/reviews/" + begins.review() + "/stages/triage";
        Map<String, String> lower = new HashMap<>(ReviewSteps.triage());
        lower.put("tier", "T3");

        assertThat(hands.post("tariq.osman", triage + "/check", lower))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("A hearing of those who signed found T4. A tier may be raised, never lowered.");
        assertThat(hands.post("tariq.osman", triage + "/check", ReviewSteps.triage()))
                .bodyText()
                .contains("A hearing of those who signed found T4. It holds unless a higher one is chosen.");
        assertThatThrownBy(() -> database.sql("update review.review set table_tier = 'T3', tier = 'T3' where id = :id")
                        .param("id", begins.review().value())
                        .update())
                .hasMessageContaining("a hearing found a higher tier");

        hands.send(begins.review(), "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(tier(begins)).isEqualTo(Tier.T4);
    }

    @Test
    void a_review_goes_back_at_once_and_is_triaged_anew_whoever_holds_its_task() throws Exception {
        Begun begins = begun.submitted(mvc);
        ReviewHands hands = begins.hands();
        ReviewSteps.upToResearch(begins.hands(), begins.review());
        hands.claim("dana.whitfield");

        assertThat(heard(begins.contract(), hands, "T4")).hasStatus3xxRedirection();

        assertThat(openTasks(begins)).containsExactly("document-check");
        assertThat(reviews.get(begins.review()).pass()).isEqualTo(2);
        assertThat(hands.post("dana.whitfield", "/reviews/" + begins.review() + "/stages/research", Map.of()))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(recorded(begins.contract(), "review-triaged-anew")).contains("\"tier\":\"T3\"", "\"found\":\"T4\"");
        ReviewSteps.upToResearch(begins.hands(), begins.review());
        assertThat(tier(begins)).isEqualTo(Tier.T4);
        assertThat(openTasks(begins)).containsExactly("research");
    }

    @Test
    void a_vote_in_which_nobody_has_voted_goes_back_at_once_too() throws Exception {
        Begun voting = begun.upToTheVote(mvc);

        assertThat(heard(voting.contract(), voting.hands(), "T4")).hasStatus3xxRedirection();

        assertThat(openTasks(voting)).containsExactly("document-check");
        assertThat(database.sql("select count(*) from review.vote_round where review_id = :id and closed_at is null")
                        .param("id", voting.review().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        begun.steps().upToTheVote(voting.hands(), voting.review());
        assertThat(tier(voting)).isEqualTo(Tier.T4);
    }

    private List<String> openTasks(Begun review) {
        return OpenTasks.of(database, review.review().value());
    }

    @Test
    void a_vote_that_goes_on_carries_no_approval_any_more() throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        ReviewHands.Drawn first = voting.hands().drawn(voting.review()).get(0);
        voting.hands().vote(voting.review(), first.person(), first.role(), "CONDITIONAL");
        assertThat(heard(voting.contract(), voting.hands(), "T4")).hasStatus3xxRedirection();
        assertThat(openTasks(voting)).containsExactly("vote");

        for (ReviewHands.Drawn member : voting.hands().drawn(voting.review())) {
            if (!member.equals(first)) {
                voting.hands().vote(voting.review(), member.person(), member.role(), "CONDITIONAL");
            }
        }
        assertThat(voting.hands().post(RUTH, "/reviews/" + voting.review() + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();

        assertThat(database.sql(
                                """
                                select space ->> 'allowed' from review.vote_round
                                where review_id = :id and closed_at is null and round = 2
                                """)
                        .param("id", voting.review().value())
                        .query(String.class)
                        .single())
                .doesNotContain("APPROVE", "CONDITIONAL");
    }

    @Test
    void an_approval_that_was_carried_before_the_hearing_is_returned_and_triaged_anew() throws Exception {
        Begun voted = begun.upToTheVote(mvc);
        ReviewHands hands = voted.hands();
        begun.voteAndClose(voted.review());
        hands.claim(RUTH);
        assertThat(heard(voted.contract(), hands, "T4")).hasStatus3xxRedirection();
        String decision = "/reviews/" + voted.review() + "/stages/decision";

        assertThat(hands.page(RUTH, decision)).contains("It was found that the contract belongs to T4");
        assertThat(hands.post(RUTH, decision, ReviewSteps.decision()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ask the account owner what has to be clarified.");
        assertThatThrownBy(() -> approveInTable(voted)).hasMessageContaining("nothing is approved below it");

        hands.send(
                voted.review(),
                "decision",
                RUTH,
                Map.of(
                        "reasons",
                        "Those who signed were heard.",
                        "rights",
                        List.of("R05"),
                        "question",
                        "Who else uses it?"));
        assertThat(contracts.get(voted.contract()).state()).isEqualTo(ContractState.RETURNED);
        assertThat(database.sql("select count(*) from review.dissent d join review.decision e on e.id = d.decision_id"
                                + " where e.review_id = :id")
                        .param("id", voted.review().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        hands.send(voted.review(), "clarification", "tom.lindqvist", Map.of("answer", "Nobody else."));
        ReviewSteps.upToResearch(hands, voted.review());
        assertThat(tier(voted)).isEqualTo(Tier.T4);
    }

    @Test
    void an_approval_lapses_and_the_contract_is_reviewed_anew() throws Exception {
        SignedContract signed = begun.signed(mvc, "mona.keller", true);
        assertThat(heard(signed.contract, signed.hands, "T3"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The contract is in T3 already.", "Two speakers.");

        assertThat(heard(signed.contract, signed.hands, "T4")).hasStatus3xxRedirection();

        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(reviews.of(signed.contract)).first().satisfies(next -> {
            assertThat(next.id()).isNotEqualTo(signed.review);
            assertThat(next.closed()).isFalse();
        });
        assertThat(recorded(signed.contract, "concern-measure-ended")).contains("\"tier\":\"T4\"");
    }

    private String recorded(ContractId contract, String kind) {
        return database.sql("select encode(body, 'escape') from record.entry where kind = :kind and contract = :id")
                .param("kind", kind)
                .param("id", contract.value())
                .query(String.class)
                .single();
    }

    private MvcTestResult heard(ContractId contract, ReviewHands hands, String tier) {
        boolean unused = measures.hearing(contract, concern, "Twenty-five people signed.");
        return hands.post(
                RUTH,
                "/contracts/" + contract + "/hearings/" + concern,
                Map.of("account", "Two speakers.", "tier", "It rises: children are traced.", "higher-tier", tier));
    }

    private Tier tier(Begun review) {
        return reviews.get(review.review()).confirmedTier();
    }

    private void approveInTable(Begun review) {
        database.sql(
                        """
                        insert into review.decision (id, review_id, contract_id, pass, round, tier, outcome, reasons, rights,
                            policy_number, policy_hash, document_set_hash, contract_version, tables, decided_by, decided_at,
                            expires_on)
                        select gen_random_uuid(), r.id, r.contract_id, r.pass, 1, r.tier, 'APPROVE', 'Because', '{}', 1,
                            repeat('0', 64), repeat('0', 64), 1, '{}', 'ruth.castillo', now(), current_date
                        from review.review r where r.id = :id
                        """)
                .param("id", review.review().value())
                .update();
    }
}
