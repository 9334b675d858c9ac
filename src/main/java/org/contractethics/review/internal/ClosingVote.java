package org.contractethics.review.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.VoteClosed;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.panel.ChairOfPanel;
import org.contractethics.review.internal.panel.DrawingPanel;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S8: closes a round and opens all of its votes together. Without quorum there is no vote (H3); where no outcome has the
 * majority another round begins, and nothing is approved meanwhile (H9). Neither is a secret contract whose cleared reviewers
 * left while it was voted on (H15), nor what goes the way of a lower tier than a hearing found meanwhile.
 */
@Component
public class ClosingVote {

    private final StageWork work;
    private final VoteRounds rounds;
    private final Votes votes;
    private final Recusals recusals;
    private final Notices notices;
    private final DrawingPanel panel;
    private final ChairOfPanel chair;
    private final ReadyToClose ready;
    private final SpaceLimits limits;

    ClosingVote(
            StageWork work,
            VoteRounds rounds,
            Votes votes,
            Recusals recusals,
            Notices notices,
            DrawingPanel panel,
            ChairOfPanel chair,
            ReadyToClose ready,
            SpaceLimits limits) {
        this.work = work;
        this.rounds = rounds;
        this.votes = votes;
        this.recusals = recusals;
        this.notices = notices;
        this.panel = panel;
        this.chair = chair;
        this.ready = ready;
        this.limits = limits;
    }

    /** The chair closes a panel vote, or the member drawn in their place; a vote of the reviewers closes by itself with the last one. */
    @Transactional
    public void close(ReviewId id, Actor actor) {
        close(id, null, actor);
    }

    /** @param seen the round that the chair saw; a later one may have opened since. Null where the caller was held to it otherwise */
    @Transactional
    public void close(ReviewId id, @Nullable Integer seen, Actor actor) {
        Open open = work.begin(id, Stage.VOTE, actor);
        chair.demand(open.review(), actor, "The panel chair closes the vote.");
        VoteRound round = rounds.openForClosing(id);
        if (seen != null && seen != round.round()) {
            throw Refused.conflict("Round " + seen + " of the vote was closed already; round " + round.round()
                    + " is open now. Look at it before you close it.");
        }
        if (!round.panel()) {
            throw Refused.invalid("The reviewers vote without the panel; their vote closes by itself.");
        }
        Cast cast = cast(round);
        ready.demand(open, round, cast.valid());
        settle(open, round, cast);
    }

    /** The votes of a round that nobody can add to any more, and those of them that count. */
    private record Cast(List<Vote> all, List<Vote> valid) {}

    private Cast cast(VoteRound round) {
        List<Vote> all = votes.of(round.review(), round.round());
        return new Cast(all, VotingRules.valid(all, recusals.of(round.review())));
    }

    /** Called with every vote of the reviewers of T1 and T2, who have no chair. */
    void closeIfComplete(Open open, VoteRound round) {
        Cast cast = cast(round);
        if (!rules(open, round).missing(cast.valid()).isEmpty()) {
            return;
        }
        if (rules(open, round).carried(cast.valid()).isEmpty()) {
            rounds.moveToPanel(round.review(), round.round());
            rounds.open(round.review())
                    .ifPresent(moved ->
                            panel.draw(open.review(), moved, open.actor().username(), open.now()));
            notices.votesAgain(open.review(), open.contract(), "The reviewers do not agree. The panel votes (H5).");
            return;
        }
        settle(open, round, cast);
    }

    private void settle(Open open, VoteRound round, Cast cast) {
        List<Vote> all = cast.all();
        int valid = cast.valid().size();
        VotingRules rules = rules(open, round);
        Optional<String> barred = limits.noApproval(open.review());
        Optional<Outcome> carried = rules.carried(cast.valid())
                .filter(outcome -> barred.isEmpty() || !outcome.approves())
                // who countersigned the residual severity may have a conflict since
                .filter(round.space().allowed()::contains);
        rounds.close(
                round.review(),
                round.round(),
                open.actor().username(),
                open.now(),
                carried.map(Outcome::name).orElse(null));
        record(
                open,
                all,
                Facts.of("reviewId", round.review())
                        .and("round", round.round())
                        .and("votes", all.size())
                        .and("tally", tally(all))
                        .and("quorum", rules.quorum())
                        .and("valid", valid)
                        .and("outcome", carried.map(Outcome::name).orElse(null)));
        if (carried.isEmpty()) {
            Spaces spaces = barred.map(round.spaces()::withoutApproval).orElse(round.spaces());
            rounds.open(round.review(), round.pass(), spaces, round.panel(), open.now());
            notices.votesAgain(
                    open.review(),
                    open.contract(),
                    barred.map(reason -> reason + " The panel votes once more.")
                            .orElse("No outcome reached the majority. The panel votes once more."));
            return;
        }
        work.finish(
                open,
                new VoteClosed(
                        round.round(),
                        tally(all),
                        valid,
                        rules.quorum(),
                        carried.get().name()),
                Map.of());
    }

    /** Each vote has an entry of its own: five long ones would not fit one. */
    private void record(Open open, List<Vote> votes, Facts summary) {
        String chair = open.actor().username();
        votes.forEach(vote -> work.publish(
                opened(vote).recorded("vote-opened", open.contract().id(), chair, open.now())));
        work.publish(summary.recorded("votes-opened", open.contract().id(), chair, open.now()));
    }

    private static VotingRules rules(Open open, VoteRound round) {
        return VotingRules.of(open.review().confirmedTier(), round);
    }

    private static Map<String, Integer> tally(List<Vote> votes) {
        Map<String, Integer> tally = new LinkedHashMap<>();
        votes.forEach(vote -> tally.merge(vote.choice().name(), 1, Integer::sum));
        return tally;
    }

    /** Everything the commitment of the vote was computed from. */
    private static Facts opened(Vote vote) {
        return Facts.of("reviewId", vote.review())
                .and("round", vote.round())
                .and("voter", vote.voter())
                .and("role", vote.role().name())
                .and("outcome", vote.choice().name())
                .and("rights", vote.rights())
                .and("severity", vote.severity().name())
                .and("evidence", vote.evidence())
                .and("reasons", vote.reasons())
                .and("conditions", vote.conditions().isEmpty() ? null : vote.conditions())
                .and("salt", vote.salt());
    }
}
