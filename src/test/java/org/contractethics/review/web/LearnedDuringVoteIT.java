package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.web.LearnedStories.CHAIR;

import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H4, H16: what is written while a panel votes leaves its votes as they are, and lets none of them approve anything. */
@IntegrationTest
class LearnedDuringVoteIT {

    private final MockMvcTester mvc;
    private final LearnedStories stories;
    private final ReviewCases reviews;
    private final JdbcClient database;

    @Autowired
    LearnedDuringVoteIT(MockMvcTester mvc, LearnedStories stories, ReviewCases reviews, JdbcClient database) {
        this.mvc = mvc;
        this.stories = stories;
        this.reviews = reviews;
        this.database = database;
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
    void a_vote_in_which_nobody_has_voted_ends_and_the_review_is_triaged_anew() throws Exception {
        Begun voting = stories.upToTheVote(mvc);

        learnWorse(voting);

        assertThat(openTasks(voting)).containsExactly("document-check");
        assertThat(rounds(voting)).containsExactly("1 of pass 1: closed, null");
        assertThat(tier(voting)).as("until the triage").isEqualTo(Tier.T3);
    }

    @Test
    void votes_that_were_cast_approve_nothing_stay_sealed_until_all_are_opened_and_count_for_no_later_pass()
            throws Exception {
        Begun voting = stories.upToTheVote(mvc);
        ReviewHands hands = voting.hands();
        List<Drawn> members = hands.drawn(voting.review());
        votes(voting, members.subList(0, 2), "CONDITIONAL");

        learnWorse(voting);

        assertThat(openTasks(voting)).as("the vote goes on").containsExactly("vote");
        assertThat(hands.casePage("dana.whitfield"))
                .contains("2 votes are cast. They are sealed.")
                .doesNotContain("Because of");
        votes(voting, members.subList(2, 5), "CONDITIONAL");
        close(voting);
        assertThat(rounds(voting)).containsExactly("1 of pass 1: closed, null", "2 of pass 1: open, null");
        assertThat(hands.get(members.get(0).person(), "/reviews/" + voting.review() + "/stages/vote"))
                .bodyText()
                .contains("belongs to T4");
        votes(voting, members, "RETURN");
        close(voting);
        hands.workOff(
                voting.review(),
                "decision",
                CHAIR,
                Map.of("reasons", "A UN inquiry found worse.", "rights", List.of("R05"), "question", "Who uses it?"));
        hands.send(voting.review(), "clarification", "tom.lindqvist", Map.of("answer", "The agency."));

        anew(voting);
    }

    /** In the second pass, up to its vote. */
    private void anew(Begun voting) throws Exception {
        ReviewHands hands = voting.hands();
        stories.steps().upToTheVote(hands, voting.review());
        assertThat(tier(voting)).isEqualTo(Tier.T4);
        assertThat(rounds(voting))
                .containsExactly("1 of pass 1: closed, null", "2 of pass 1: closed, RETURN", "3 of pass 2: open, null");
        assertThat(votesIn(voting, 1)).isEqualTo(5);
        assertThat(votesIn(voting, 2)).isEqualTo(5);
        assertThat(votesIn(voting, 3)).isZero();
        assertThat(hands.casePage("dana.whitfield"))
                .contains("Nobody has voted yet.", "Because of", "Votes, round 1")
                .containsSubsequence(
                        "Votes, round 2",
                        "Carried: Return for clarification. Voted before the review began anew",
                        "Votes, round 1",
                        "No outcome was carried. Voted before the review began anew");
        assertThat(hands.post(CHAIR, "/reviews/" + voting.review() + "/vote/close", Map.of()))
                .as("the votes of the pass before are no quorum of this one")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The quorum is not reached");
        for (String change : List.of(
                "update review.vote set round = 3 where review_id = :review",
                "update review.vote_round set pass = 2 where review_id = :review and round = 2",
                "delete from review.vote where review_id = :review")) {
            assertThatThrownBy(() -> database.sql(change)
                            .param("review", voting.review().value())
                            .update())
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(votesIn(voting, 3)).isZero();
    }

    private void learnWorse(Begun voting) {
        assertThat(stories.worse(voting.contract(), voting.hands())).hasStatus3xxRedirection();
        stories.weigh(voting.contract());
        assertThat(stories.tiersLearned(voting.contract())).containsExactly("T4");
    }

    private static void votes(Begun voting, List<Drawn> members, String choice) throws Exception {
        for (Drawn member : members) {
            voting.hands().vote(voting.review(), member.person(), member.role(), choice);
        }
    }

    private static void close(Begun voting) {
        assertThat(voting.hands().post(CHAIR, "/reviews/" + voting.review() + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
    }

    private Tier tier(Begun review) {
        return reviews.get(review.review()).confirmedTier();
    }

    private List<String> openTasks(Begun review) {
        return OpenTasks.of(database, review.review().value());
    }

    private List<String> rounds(Begun review) {
        return database.sql(
                        """
                        select round || ' of pass ' || pass || ': ' || case when closed_at is null then 'open' else 'closed' end
                            || ', ' || coalesce(carried, 'null')
                        from review.vote_round where review_id = :review order by round
                        """)
                .param("review", review.review().value())
                .query(String.class)
                .list();
    }

    private int votesIn(Begun review, int round) {
        return database.sql("select count(*) from review.vote where review_id = :review and round = :round")
                .param("review", review.review().value())
                .param("round", round)
                .query(Integer.class)
                .single();
    }
}
