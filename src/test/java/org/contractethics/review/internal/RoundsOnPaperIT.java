package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.RoundsOnPaper;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** A paper tells a vote by the rules and the votes of its own pass, whatever came later. */
class RoundsOnPaperIT {

    private final ReviewWorld world = new ReviewWorld();
    private final RoundsOnPaper papers =
            new RoundsOnPaper(world.tables, world.rounds, world.votes, world.recusals, world.results);

    @Test
    void an_old_pass_keeps_the_quorum_of_its_tier_when_the_next_one_is_of_a_higher() {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());
        world.vote(review, Role.HR_REVIEWER, Vote.Choice.RETURN, DANA);
        world.vote(review, Role.LEGAL_REVIEWER, Vote.Choice.RETURN, PRIYA);
        assertThat(papers.quorum(world.reviews.get(review), 1, null)).isEqualTo("2 reviewers");
        world.decide(review, world.verdict(Outcome.RETURN), RUTH);
        Decision decision = world.decisions.latestOf(review).orElseThrow();

        ReviewCase later = withTier(world.reviews.get(review), Tier.T3);

        assertThat(papers.quorum(later, 1, decision)).isEqualTo("2 reviewers");
        assertThat(papers.quorum(later, 1, null)).isEqualTo("2 reviewers");
        assertThat(papers.counted(later, 1, decision)).containsExactly("2 of 2, 0");
    }

    @Test
    void who_steps_back_after_the_vote_was_closed_was_counted_in_it() {
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);
        later();
        world.recuse(review, Stage.VOTE, LEO);
        ReviewCase now = world.reviews.get(review);

        assertThat(papers.counted(now, 1, null)).containsExactly("5 of 5, 1");
        later();
        world.decide(review, world.verdict(Outcome.RETURN), RUTH);
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        later();
        world.recuse(review, Stage.VOTE, DANA);

        assertThat(papers.counted(now, 1, decision)).containsExactly("5 of 5, 1");
    }

    private void later() {
        world.clock.set(world.clock.instant().plus(Duration.ofMinutes(1)));
    }

    private static ReviewCase withTier(ReviewCase review, Tier tier) {
        return new ReviewCase(
                review.id(),
                review.contract(),
                review.submitter(),
                review.owners(),
                review.accountTeam(),
                review.openedAt(),
                review.pass(),
                review.documentSetHash(),
                review.contractVersion(),
                review.intake(),
                tier,
                tier,
                review.outcome(),
                review.closedAt());
    }
}
