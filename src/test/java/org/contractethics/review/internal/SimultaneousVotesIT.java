package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.RepeatedTest;

/** Five people vote in the same instant: no vote is lost and nobody gets an error. */
class SimultaneousVotesIT {

    private static final List<Actor> PANEL = List.of(DANA, HELEN, LEO, AMIR, BEA);
    private static final List<Role> ROLES = List.of(
            Role.HR_REVIEWER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.EMPLOYEE_PANELIST, Role.EMPLOYEE_PANELIST);

    private static final List<Actor> REVIEWERS = List.of(DANA, PRIYA);
    private static final List<Role> THEIR_ROLES = List.of(Role.HR_REVIEWER, Role.LEGAL_REVIEWER);

    private final ReviewWorld world = new ReviewWorld();

    @RepeatedTest(5)
    void five_votes_in_one_instant_are_all_kept() throws Exception {
        ReviewId review = world.upToTheVote(serious());

        atOnce(review, PANEL, ROLES, Collections.nCopies(PANEL.size(), Vote.Choice.CONDITIONAL));

        assertThat(world.votes.of(review, 1)).hasSize(5);
    }

    @RepeatedTest(5)
    void two_reviewers_in_one_instant_close_their_vote_exactly_once() throws Exception {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());

        atOnce(review, REVIEWERS, THEIR_ROLES, Collections.nCopies(2, Vote.Choice.APPROVE));

        assertThat(world.rounds.closed(review)).hasSize(1);
        assertThat(world.process().open(review, Stage.DECISION)).isPresent();
    }

    @RepeatedTest(5)
    void two_reviewers_who_do_not_agree_in_one_instant_bring_it_to_the_panel() throws Exception {
        ReviewId review = world.submit(world.courtContract(), SOFIA);
        world.upToTheVote(review, harmless(), moderate());

        atOnce(review, REVIEWERS, THEIR_ROLES, List.of(Vote.Choice.APPROVE, Vote.Choice.REJECT));

        assertThat(world.votes.of(review, 1)).hasSize(2);
        assertThat(world.rounds.open(review))
                .hasValueSatisfying(round -> assertThat(round.panel()).isTrue());
    }

    private void atOnce(ReviewId review, List<Actor> voters, List<Role> roles, List<Vote.Choice> choices)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(voters.size());
        CyclicBarrier start = new CyclicBarrier(voters.size());
        List<Future<?>> votes = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            Actor voter = voters.get(i);
            Role role = roles.get(i);
            Vote.Choice choice = choices.get(i);
            votes.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                world.vote(review, role, choice, voter);
                return null;
            }));
        }
        for (Future<?> vote : votes) {
            vote.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }
}
