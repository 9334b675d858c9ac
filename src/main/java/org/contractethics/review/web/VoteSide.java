package org.contractethics.review.web;

import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.review.internal.panel.ChairOfPanel;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.review.internal.panel.VotesSoFar;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What is shown of a sealed vote: who has voted in which role, and what the quorum needs; never what they voted. */
@Component
class VoteSide {

    private final VoteRounds rounds;
    private final Votes votes;
    private final Reviews reviews;
    private final VotesSoFar soFar;
    private final PanelSeats seats;
    private final PeopleDirectory people;
    private final ChairOfPanel chair;

    VoteSide(
            VoteRounds rounds,
            Votes votes,
            Reviews reviews,
            VotesSoFar soFar,
            PanelSeats seats,
            PeopleDirectory people,
            ChairOfPanel chair) {
        this.rounds = rounds;
        this.votes = votes;
        this.reviews = reviews;
        this.soFar = soFar;
        this.seats = seats;
        this.people = people;
        this.chair = chair;
    }

    /**
     * @param voted who has voted, each with the role
     * @param toCome members of the panel who have not voted yet
     * @param count how far the vote is from its quorum, in words
     * @param mayClose whether this viewer may close the vote
     * @param actingChair who was drawn to chair the panel because conflicts bar its chairs; null where nobody is
     */
    public record Position(
            int round,
            boolean panel,
            List<String> voted,
            List<String> toCome,
            String count,
            String quorum,
            String majority,
            boolean mayClose,
            @Nullable String actingChair) {}

    /** Whether there is a ballot for this person: they have not voted yet, and on a panel they sit. */
    boolean mayVote(ReviewId review, Actor actor) {
        return !reviews.hasVoted(review, actor)
                && rounds.open(review)
                        .filter(round -> !round.panel()
                                || seats.seatOf(review, round.pass(), actor.username())
                                        .isPresent())
                        .isPresent();
    }

    /** Null where no vote is open. One that a hold ended stays sealed for ever; nobody votes or closes it any more. */
    @Nullable
    Position position(ReviewCase review, Actor viewer) {
        return rounds.open(review.id())
                .filter(round -> !review.closed())
                .map(round -> {
                    VotingRules rules = VotingRules.of(review.confirmedTier(), round);
                    return new Position(
                            round.round(),
                            round.panel(),
                            votes.cast(round).stream()
                                    .map(cast -> people.displayName(cast.voter()) + ", "
                                            + cast.role().label())
                                    .toList(),
                            soFar.toCome(round).stream()
                                    .map(people::displayName)
                                    .toList(),
                            soFar.inWords(rules, round),
                            rules.quorumInWords(),
                            rules.majorityInWords(),
                            round.panel() && chair.offered(review, viewer),
                            chair.actingNow(review).map(people::displayName).orElse(null));
                })
                .orElse(null);
    }

    ModelAndView voted(Open open) {
        ModelAndView page = new ModelAndView("review/voted");
        page.addObject("review", open.review());
        page.addObject("contract", open.contract());
        page.addObject("voted", reviews.hasVoted(open.review().id(), open.actor()));
        page.addObject("position", position(open.review(), open.actor()));
        return page;
    }
}
