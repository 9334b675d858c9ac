package org.contractethics.review.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
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

    Participation(
            ContractRegister contracts,
            Recusals recusals,
            Votes votes,
            VoteRounds rounds,
            Decisions decisions,
            Appeals appeals) {
        this.contracts = contracts;
        this.recusals = recusals;
        this.votes = votes;
        this.rounds = rounds;
        this.decisions = decisions;
        this.appeals = appeals;
    }

    /** Empty means the actor may work on the stage. */
    public List<String> objections(ReviewCase review, Stage stage, Actor actor) {
        return new Objections(review, involved(review)).against(stage, actor);
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
