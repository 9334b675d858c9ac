package org.contractethics.review.internal.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.PartsInFollowUps;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Some of what follows signatures, with whoever has a part in it, as it was when read: one sentence for each rule that stands
 * against a person.
 *
 * @param conditions those asked for, and those that led to the suspension reviews asked for
 * @param reReviews the contract of each
 * @param chair who proposes on a suspension in the place of panel chairs; reads for itself, and only for who is none
 * @param gone whether a person has left or holds a role that bars them from all work; asked of owners of conditions only
 * @param further the rules of the kinds of which a person sees few at a time; they read for themselves
 */
record FollowUpRules(
        Map<UUID, FollowedCondition> conditions,
        Map<UUID, SuspensionReview> suspensions,
        Map<UUID, ContractId> reReviews,
        Interests interests,
        ChairOfContract chair,
        Predicate<String> gone,
        Function<FollowUpStep, StepRules> further)
        implements PartsInFollowUps {

    @Override
    public List<String> objections(UUID subject, FollowUpStep step, Actor actor) {
        return switch (step) {
            case MEET_CONDITION -> meeting(known(conditions.get(subject), "condition"), actor);
            case CONFIRM_CONDITION -> confirming(known(conditions.get(subject), "condition"), actor);
            case PROPOSE_SUSPENSION, CONFIRM_SUSPENSION ->
                suspending(known(suspensions.get(subject), "suspension review"), step, actor);
            case RE_REVIEW -> general(known(reReviews.get(subject), "re-review"), step, actor);
            default -> further.apply(step).against(subject, step, actor);
        };
    }

    private static <V> V known(@Nullable V value, String what) {
        if (value == null) {
            throw Refused.notFound("There is no such " + what + ".");
        }
        return value;
    }

    /** The owner meets the condition, whoever it is: selling is no bar to making good. Who stepped back owns nothing any more (H2). */
    private List<String> meeting(FollowedCondition condition, Actor actor) {
        boolean recused =
                Interests.of(interests.recused(), condition.contract()).contains(actor.username());
        if (!actor.username().equals(condition.owner()) || recused) {
            return general(condition.contract(), FollowUpStep.MEET_CONDITION, actor);
        }
        List<String> observes = Interests.observer(actor);
        return observes.isEmpty() && gone.test(condition.owner())
                ? List.of("The owner of this condition cannot meet it any more. A monitor does in their place.")
                : observes;
    }

    private List<String> confirming(FollowedCondition condition, Actor actor) {
        List<String> objections = general(condition.contract(), FollowUpStep.CONFIRM_CONDITION, actor);
        objections.addAll(ownCondition(condition, actor));
        return objections;
    }

    /** H1: nobody rules on a condition that is their own, or on a report of their own. */
    static List<String> ownCondition(FollowedCondition condition, Actor actor) {
        List<String> objections = new ArrayList<>();
        if (actor.username().equals(condition.owner())) {
            objections.add("You own this condition. Somebody else has to rule on it (H1).");
        }
        if (condition.reporters().contains(actor.username()) && objections.isEmpty()) {
            objections.add("You reported on this condition. Somebody else has to rule on it (H1).");
        }
        return objections;
    }

    private List<String> suspending(SuspensionReview suspension, FollowUpStep step, Actor actor) {
        List<String> objections = step == FollowUpStep.PROPOSE_SUSPENSION
                ? proposing(suspension.contract(), actor)
                : general(suspension.contract(), step, actor);
        boolean owner = Optional.ofNullable(suspension.condition())
                .flatMap(id -> Optional.ofNullable(conditions.get(id)))
                .map(condition -> condition.owner().equals(actor.username()))
                .orElse(false);
        if (owner) {
            objections.add("You own the condition that led to this. Somebody else has to decide (H1).");
        }
        boolean proposer = suspension
                .waiting()
                .map(proposal -> proposal.proposedBy().equals(actor.username()))
                .orElse(false);
        if (step == FollowUpStep.CONFIRM_SUSPENSION && proposer) {
            objections.add("You made this proposal. Somebody else has to confirm it (H1).");
        }
        return objections;
    }

    private List<String> proposing(ContractId contract, Actor actor) {
        List<String> conflicts = interests.conflicts(contract, actor);
        return new ArrayList<>(conflicts.isEmpty() ? chair.objections(contract, Set.of(), actor) : conflicts);
    }

    private List<String> general(ContractId contract, FollowUpStep step, Actor actor) {
        return interests.objections(contract, step.candidates(), actor);
    }
}
