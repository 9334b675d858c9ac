package org.contractethics.review.internal.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUpStep;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Why a person may not work on a step, one sentence for each rule that stands against it. */
@Component
class FollowUpObjections {

    private final Separation separation;
    private final FollowedConditions conditions;
    private final Suspensions suspensions;
    private final ReReviews reReviews;
    private final List<StepRules> further;

    FollowUpObjections(
            Separation separation,
            FollowedConditions conditions,
            Suspensions suspensions,
            ReReviews reReviews,
            List<StepRules> further) {
        this.separation = separation;
        this.conditions = conditions;
        this.suspensions = suspensions;
        this.reReviews = reReviews;
        this.further = further;
    }

    List<String> against(UUID subject, FollowUpStep step, Actor actor) {
        return switch (step) {
            case MEET_CONDITION -> meeting(conditions.get(subject), actor);
            case CONFIRM_CONDITION -> confirming(conditions.get(subject), actor);
            case PROPOSE_SUSPENSION, CONFIRM_SUSPENSION -> suspending(suspensions.get(subject), step, actor);
            case RE_REVIEW -> general(reReviews.get(subject).contract(), step, actor);
            default -> rules(step).against(subject, step, actor);
        };
    }

    StepRules rules(FollowUpStep step) {
        return further.stream()
                .filter(rules -> rules.followUp() == step.followUp())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + step));
    }

    /** The owner meets the condition, whoever it is: selling is no bar to making good. */
    private List<String> meeting(FollowedCondition condition, Actor actor) {
        return actor.username().equals(condition.owner())
                ? Separation.observer(actor)
                : general(condition.contract(), FollowUpStep.MEET_CONDITION, actor);
    }

    private List<String> confirming(FollowedCondition condition, Actor actor) {
        List<String> objections = general(condition.contract(), FollowUpStep.CONFIRM_CONDITION, actor);
        objections.addAll(ownCondition(condition, actor));
        return objections;
    }

    /** H1: nobody rules on a condition that is their own, or on a report of their own. */
    List<String> ownCondition(FollowedCondition condition, Actor actor) {
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
        List<String> objections = general(suspension.contract(), step, actor);
        boolean owner = Optional.ofNullable(suspension.condition())
                .flatMap(conditions::find)
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

    private List<String> general(ContractId contract, FollowUpStep step, Actor actor) {
        return separation.objections(contract, step.candidates(), actor);
    }
}
