package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Delegations;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers who has a part in a review and asks the rules. */
@Component
public class Participation {

    private final ContractRegister contracts;
    private final Recusals recusals;
    private final Votes votes;
    private final VoteRounds rounds;
    private final Decisions decisions;
    private final Appeals appeals;
    private final PanelSeats seats;
    private final Delegations delegations;

    Participation(
            ContractRegister contracts,
            Recusals recusals,
            Votes votes,
            VoteRounds rounds,
            Decisions decisions,
            Appeals appeals,
            PanelSeats seats,
            Delegations delegations) {
        this.contracts = contracts;
        this.recusals = recusals;
        this.votes = votes;
        this.rounds = rounds;
        this.decisions = decisions;
        this.appeals = appeals;
        this.seats = seats;
        this.delegations = delegations;
    }

    /** Empty means the actor may work on the stage. */
    public List<String> objections(ReviewCase review, Stage stage, Actor actor) {
        Involved involved = involved(review);
        List<String> objections = new Objections(review, involved).against(stage, actor);
        VoteRound round = involved.round();
        return objections.isEmpty() && stage == Stage.VOTE && round != null && round.panel()
                ? undrawn(round, actor)
                : objections;
    }

    /** Only who sits on the panel votes on it (H3); its chair closes the vote. */
    private List<String> undrawn(VoteRound round, Actor actor) {
        boolean sits =
                seats.seatOf(round.review(), round.pass(), actor.username()).isPresent();
        return sits || actor.has(Role.PANEL_CHAIR)
                ? List.of()
                : List.of("You do not sit on the panel of this review (H3). Its page shows who was drawn by lot.");
    }

    /** What speaks against anybody's vote in a review, whether or not they were drawn. */
    public Conflicts conflicts(ReviewCase review) {
        return new Conflicts(review, involved(review));
    }

    /** Reads once who has a part in a review, to judge many people. */
    public static final class Conflicts {

        private final ReviewCase review;
        private final Involved involved;

        private Conflicts(ReviewCase review, Involved involved) {
            this.review = review;
            this.involved = involved;
        }

        /** A sentence about the person, for a list that others read; empty where nothing speaks against their vote. */
        public Optional<String> against(Actor actor) {
            String name = actor.username();
            if (review.interested(name) || name.equals(involved.accountOwner())) {
                return Optional.of("Submitted this contract or is paid by it (H1).");
            }
            if (involved.recused().contains(name)) {
                return Optional.of("Declared a conflict of interest (H2).");
            }
            if (actor.hasAny(Role.AUDITOR, Role.LEADERSHIP)) {
                return Optional.of("Is an auditor or belongs to leadership, who take no part (H6).");
            }
            if (involved.rulers().contains(name)) {
                return Optional.of("Ruled on an appeal of this review.");
            }
            return new Objections(review, involved).against(Stage.VOTE, actor).isEmpty()
                    ? Optional.empty()
                    : Optional.of("Cannot vote in this review.");
        }
    }

    /** Whether this person may do a task that the other one holds: their own, or as their delegate today. */
    public boolean mayDoFor(String actor, @Nullable String holder) {
        return holder != null
                && (holder.equals(actor) || delegations.coveredBy(actor).contains(holder));
    }

    /** Why the actor may take no part at all; empty where nothing bars them. */
    public List<String> bars(ReviewCase review, Actor actor) {
        return new Objections(review, involved(review)).againstAnyPart(actor);
    }

    private Involved involved(ReviewCase review) {
        List<Appeal> filed = appeals.of(review.id());
        return new Involved(
                contracts.find(review.contract()).map(Contract::submitter).orElse(null),
                recusals.of(review.id()),
                votes.voters(review.id()),
                decisions.of(review.id()).stream().map(Decision::decidedBy).collect(Collectors.toSet()),
                appeals.rulers(review.id()),
                filed.stream()
                        .filter(appeal -> appeal.ruling() == null)
                        .map(Appeal::filedBy)
                        .findFirst()
                        .orElse(null),
                rounds.latest(review.id()).orElse(null));
    }
}
