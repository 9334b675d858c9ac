package org.contractethics.review.internal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Participation.Standing;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S8: one vote is one new row, so five people voting in the same instant do not get in each other's way. Sealed until the
 * round is closed (H4).
 */
@Component
public class CastingVote {

    private final StageWork work;
    private final Participation participation;
    private final VoteRounds rounds;
    private final Votes votes;
    private final ClosingVote closing;
    private final Policy policy;
    private final PanelSeats seats;
    private final DeclaringInterests declaring;
    private final SecureRandom random = new SecureRandom();

    CastingVote(
            StageWork work,
            Participation participation,
            VoteRounds rounds,
            Votes votes,
            ClosingVote closing,
            Policy policy,
            PanelSeats seats,
            DeclaringInterests declaring) {
        this.work = work;
        this.participation = participation;
        this.rounds = rounds;
        this.votes = votes;
        this.closing = closing;
        this.policy = policy;
        this.seats = seats;
        this.declaring = declaring;
    }

    /**
     * @param conditions that the vote depends on, each in one line; empty leaves them to whoever records the decision
     * @param noConflict signs the declaration of interests with this vote, where it is not signed yet (H2)
     */
    public record Ballot(
            @Nullable Role role,
            Vote.@Nullable Choice choice,
            List<String> rights,
            @Nullable Severity severity,
            String evidence,
            String reasons,
            List<String> conditions,
            boolean noConflict) {}

    public List<FormProblem> problems(ReviewCase review, VoteRound round, Ballot ballot, Actor actor) {
        Vote.Choice choice = ballot.choice();
        boolean outside = choice != null
                && choice != Vote.Choice.ABSTAIN
                && round.space().allowed().stream()
                        .noneMatch(outcome -> outcome.name().equals(choice.name()));
        Problems problems = new Problems()
                .when(choice == null, "choice", "Choose an outcome, or abstain.")
                .when(outside, "choice", round.space().refusal())
                .when(
                        ballot.role() == null
                                || !actor.has(ballot.role())
                                || !VotingRules.of(review.confirmedTier(), round)
                                        .roles()
                                        .contains(ballot.role()),
                        "role",
                        "Choose the role in which you vote.")
                .when(
                        round.panel() && !sitsAs(round, ballot.role(), actor),
                        "role",
                        "You vote in the role in which you were drawn for the panel; who was not drawn does not vote (H3).")
                .when(
                        ballot.severity() == null || ballot.severity() == Severity.INCOMPLETE,
                        "severity",
                        "Say how severe you think it is.")
                .when(
                        !ballot.rights().stream()
                                .allMatch(code -> policy.right(code).isPresent()),
                        "rights",
                        "Choose rights of the catalogue.")
                .once(ballot.rights(), "rights")
                .when(
                        (choice == Vote.Choice.REJECT || choice == Vote.Choice.CONDITIONAL)
                                && ballot.rights().isEmpty(),
                        "rights",
                        "Name the rights your vote rests on.")
                .text(ballot.reasons(), "reasons", "Give your reasons. They are opened together with all votes.")
                .length(ballot.evidence(), "evidence");
        AskedCondition.check(problems, ballot.conditions(), choice);
        return problems.list();
    }

    private boolean sitsAs(VoteRound round, @Nullable Role role, Actor actor) {
        return seats.seatOf(round.review(), round.pass(), actor.username())
                .filter(seat -> seat.role() == role)
                .isPresent();
    }

    private Refused notOpen(ReviewId id, Actor actor) {
        participation.standing(id, Stage.VOTE, actor); // 404 where there is no such review
        return VoteRounds.notOpen();
    }

    /** Nobody holds the task of a vote, so roles taken away since the page was opened are asked for here (H1). */
    @Transactional
    public void cast(ReviewId id, Ballot ballot, Actor actor) {
        castAs(id, ballot, participation.asOfNow(actor));
    }

    private void castAs(ReviewId id, Ballot ballot, Actor actor) {
        VoteRound round = rounds.openForVoting(id).orElseThrow(() -> notOpen(id, actor));
        Standing standing = participation.standing(id, Stage.VOTE, actor);
        if (ballot.noConflict()) {
            standing = declaring.declareNone(standing, actor);
        }
        Open open = work.open(standing, Stage.VOTE, actor);
        ReviewCase review = open.review();
        Problems.refuse(problems(review, round, ballot, actor));
        Vote vote = new Vote(
                id,
                round.round(),
                actor.username(),
                Objects.requireNonNull(ballot.role()),
                Objects.requireNonNull(ballot.choice()),
                ballot.rights(),
                Objects.requireNonNull(ballot.severity()),
                ballot.evidence(),
                ballot.reasons(),
                ballot.conditions(),
                new BigInteger(130, random).toString(36),
                open.now());
        if (!votes.add(vote)) {
            throw Refused.conflict("You have voted already. A vote cannot be changed (H4).");
        }
        work.publish(Facts.of("reviewId", id)
                .and("round", vote.round())
                .and("commitment", vote.commitment())
                .recorded("vote-cast", review.contract(), actor.username(), open.now()));
        if (!round.panel()) {
            closing.closeIfComplete(open, round);
        }
    }
}
