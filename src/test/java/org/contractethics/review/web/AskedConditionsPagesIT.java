package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A voter names the conditions the vote depends on, and reads what the decision made of each; by form and by API. */
@IntegrationTest
class AskedConditionsPagesIT {

    private static final String ASKED = "An outside auditor reads the logs each quarter";
    private static final String ANSWER = "The audit report that the first condition asks for stands for it.";
    private static final String RUTH = "ruth.castillo";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final Policy policy;
    private final ApiCalls api;

    @Autowired
    AskedConditionsPagesIT(
            MockMvcTester mvc, BegunReviews begun, JdbcClient database, Policy policy, Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.policy = policy;
        this.api = new ApiCalls(settings);
    }

    @Test
    void the_form_of_the_decision_begins_with_what_votes_ask_for_and_wants_an_answer_where_it_is_left_out()
            throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        ReviewHands hands = voting.hands();
        String reviews = "/reviews/" + voting.review();
        List<Drawn> members = hands.drawn(voting.review());
        Drawn asking = members.get(0);
        assertThat(hands.page(asking.person(), reviews + "/stages/vote")).contains("Conditions your vote depends on");
        Map<String, Object> ballot = new HashMap<>(
                Map.of("choice", "REJECT", "role", asking.role(), "rights", List.of("R05"), "severity", "SERIOUS"));
        ballot.putAll(Map.of("reasons", "Because of detention", "conditions", ASKED));
        assertThat(hands.post(asking.person(), reviews + "/stages/vote/check", ballot))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Only an approval with conditions asks for conditions.", ASKED);
        ballot.put("choice", "CONDITIONAL");
        hands.send(voting.review(), "vote", asking.person(), ballot);
        for (Drawn member : members.subList(1, members.size())) {
            hands.vote(voting.review(), member.person(), member.role(), "CONDITIONAL");
        }
        assertThat(hands.casePage("dana.whitfield")).as("sealed").doesNotContain(ASKED);
        assertThat(hands.post(RUTH, reviews + "/vote/close", Map.of())).hasStatus3xxRedirection();
        hands.claim(RUTH);

        assertThat(hands.page(RUTH, reviews + "/stages/decision"))
                .contains("Conditions that votes ask for", ASKED + "</textarea>");
        Map<String, Object> decision = new HashMap<>(ReviewSteps.decision());
        assertThat(hands.post(RUTH, reviews + "/stages/decision/check", decision))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("A vote asks for this condition", "No use for removal");
        decision.put("asked-" + asking.person() + "-1", ANSWER);
        hands.send(voting.review(), "decision", RUTH, decision);

        assertThat(hands.casePage("dana.whitfield"))
                .contains("Asked for by", ASKED, "Not taken up. " + ANSWER, "Depends on these conditions:");
        DecisionOnPaper.of(hands, voting.review())
                .saysEverywhere("august.lund", "Depends on: " + ASKED, "Conditions that votes asked for", ANSWER);
    }

    @Test
    void programs_ask_and_answer_by_the_same_rules() throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        ReviewByApi review = ReviewByApi.of(api, voting, database, policy);
        List<Drawn> members = review.panel();
        Drawn asking = members.get(0);
        for (Drawn member : members) {
            Map<String, Object> vote = new HashMap<>(ReviewByApi.vote(member, "CONDITIONAL"));
            if (member.equals(asking)) {
                vote.put("conditions", List.of(ASKED));
            }
            review.done(member.person(), "votes", vote);
        }
        review.done(RUTH, "vote/close", Map.of());
        review.claim("decision", RUTH);
        Map<String, Object> decision = new HashMap<>(ReviewByApi.decision("CONDITIONAL", "mona.keller"));

        Answer left = review.send(RUTH, "stages/decision", decision);
        assertThat(left.status()).isEqualTo(422);
        assertThat(left.body().at("/fields/0/field").asString()).isEqualTo("askedAnswers[" + asking.person() + "/1]");

        decision.put("askedAnswers", Map.of(asking.person() + "/1", ANSWER));
        Answer decided = review.done(RUTH, "stages/decision", decision);
        assertThat(decided.body().at("/decisions/0/askedConditions/0/text").asString())
                .isEqualTo(ASKED);
        assertThat(decided.body().at("/decisions/0/askedConditions/0/takenUp").asBoolean())
                .isFalse();
        assertThat(decided.body().at("/decisions/0/askedConditions/0/answer").asString())
                .isEqualTo(ANSWER);
    }
}
