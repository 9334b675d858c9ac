package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/** Why a person may not work on a stage, one sentence for each rule that stands against it. Pure; asked at claim and again at completion. */
final class Objections {

    private static final String PAID =
            "You submitted this contract or are paid by it. Somebody else has to do this (H1).";

    private final ReviewCase review;
    private final Involved involved;
    private final Supplier<List<Actor>> chairs;

    /** @param chairs everybody who holds the role of the panel chair; asked only where it matters, and nobody where it is not known */
    Objections(ReviewCase review, Involved involved, Supplier<List<Actor>> chairs) {
        this.review = review;
        this.involved = involved;
        this.chairs = chairs;
    }

    /** What stands against working on the stage as the review is now: the rules, and for a vote of the panel the lot (H3). */
    List<String> againstWork(Stage stage, Actor actor) {
        List<String> objections = against(stage, actor);
        VoteRound round = involved.round();
        boolean panelVote = stage == Stage.VOTE && round != null && round.panel();
        // the chair closes the vote without a seat; an acting one has a seat
        boolean mayAct = involved.seated().contains(actor.username()) || actor.has(Role.PANEL_CHAIR);
        return objections.isEmpty() && panelVote && !mayAct
                ? List.of("You do not sit on the panel of this review. Its page shows who was drawn by lot.")
                : objections;
    }

    /** The same whether or not the person was drawn. */
    List<String> against(Stage stage, Actor actor) {
        List<String> objections = new ArrayList<>();
        role(stage, actor, objections);
        separationOfDuties(stage, actor, objections);
        recusal(actor, objections);
        observers(actor, objections);
        appeal(stage, actor, objections);
        vote(stage, actor, objections);
        decision(stage, actor, objections);
        return objections;
    }

    /** What stands against this person in every stage. */
    List<String> againstAnyPart(Actor actor) {
        List<String> objections = new ArrayList<>();
        if (interested(actor)) {
            objections.add(PAID);
        }
        recusal(actor, objections);
        observers(actor, objections);
        return objections;
    }

    /** H2: whether the declaration this stage asks for is signed. The account owner, who answers for the contract, signs none. */
    boolean declared(Stage stage, Actor actor) {
        return stage == Stage.CLARIFICATION || involved.declared().contains(actor.username());
    }

    boolean votedNow(Actor actor) {
        return involved.votedNow().contains(actor.username());
    }

    private boolean interested(Actor actor) {
        return review.interested(actor.username());
    }

    private static void role(Stage stage, Actor actor, List<String> objections) {
        if (stage.candidates().stream().noneMatch(actor::has)) {
            objections.add("This task is for: " + words(stage.candidates())
                    + ". Roles are checked when it is claimed and again when it is completed (H1).");
        }
    }

    /** H1: who is paid by the contract works on no stage but the clarification, and only who answers for it now does that. */
    private void separationOfDuties(Stage stage, Actor actor, List<String> objections) {
        if (stage != Stage.CLARIFICATION && interested(actor)) {
            objections.add(PAID);
        }
        if (stage == Stage.CLARIFICATION && !review.answers(actor.username())) {
            objections.add("Only the account owner answers the clarification request.");
        }
    }

    private void recusal(Actor actor, List<String> objections) {
        if (involved.recused().contains(actor.username())) {
            objections.add("You declared a conflict of interest in this review (H2).");
        }
    }

    /** Auditors read all and write nothing; leadership can only appeal (H6). */
    private static void observers(Actor actor, List<String> objections) {
        if (actor.has(Role.AUDITOR)) {
            objections.add("Auditors read everything and write nothing.");
        }
        if (actor.has(Role.LEADERSHIP)) {
            objections.add("Leadership takes no part in a review; it can only appeal (H6).");
        }
    }

    /** Nobody rules on what they voted for, decided or appealed, and who voted on its appeal does not vote again. */
    private void appeal(Stage stage, Actor actor, List<String> objections) {
        String name = actor.username();
        if (stage == Stage.APPEAL
                && (involved.voters().contains(name) || involved.deciders().contains(name))) {
            objections.add(
                    "You voted on this contract or recorded its decision. Somebody else has to rule on the appeal.");
        }
        if (stage == Stage.APPEAL && involved.appellants().contains(name)) {
            objections.add("You filed this appeal or joined it. Somebody else has to rule on it.");
        }
        if ((stage == Stage.VOTE || stage == Stage.DECISION)
                && involved.rulers().contains(name)) {
            objections.add("You ruled on an appeal of this review, so you have no part in its decision.");
        } else if (stage == Stage.VOTE && involved.appealVoters().contains(name)) {
            objections.add("You voted on an appeal of this review, so you have no vote in it.");
        }
    }

    private void vote(Stage stage, Actor actor, List<String> objections) {
        VoteRound round = involved.round();
        if (stage == Stage.VOTE && round != null && review.tier() != null) {
            Set<Role> voting = VotingRules.of(review.confirmedTier(), round).roles();
            boolean closesThePanelVote = round.panel() && actor.has(Role.PANEL_CHAIR);
            if (voting.stream().noneMatch(actor::has) && !closesThePanelVote) {
                objections.add("This vote is for: " + words(voting) + ".");
            }
        }
    }

    private void decision(Stage stage, Actor actor, List<String> objections) {
        VoteRound round = involved.round();
        if (stage != Stage.DECISION || round == null) {
            return;
        }
        onlyVoter(actor, objections);
        boolean board = review.tier() != null && VotingRules.boardDecides(review.confirmedTier(), round.space());
        if (board && !actor.has(Role.BOARD_COMMITTEE)) {
            objections.add("This decision is recorded by the board committee (tables 2.5 and 2.7).");
        }
        if (!board
                && !actor.has(Role.PANEL_CHAIR)
                && !(actor.has(Role.BOARD_COMMITTEE) && chairsBarredFromDecision())) {
            objections.add("The panel chair records this decision.");
        }
    }

    /** Two people at least stand behind each decision: who alone voted does not record it as well. */
    private void onlyVoter(Actor actor, List<String> objections) {
        Set<String> counted = new HashSet<>(involved.votedLast());
        counted.removeAll(involved.recused());
        if (counted.equals(Set.of(actor.username()))) {
            objections.add("You alone voted. Somebody else has to record the decision.");
        }
    }

    /** Whether conflicts bar everybody who holds the role of the panel chair from recording the decision; false where nobody does. */
    boolean chairsBarredFromDecision() {
        List<Actor> all = chairs.get();
        return !all.isEmpty()
                && all.stream().noneMatch(chair -> {
                    List<String> objections = againstAnyPart(chair);
                    appeal(Stage.DECISION, chair, objections);
                    onlyVoter(chair, objections);
                    return objections.isEmpty();
                });
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::label).sorted().collect(Collectors.joining(", "));
    }
}
