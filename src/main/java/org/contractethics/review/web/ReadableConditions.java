package org.contractethics.review.web;

import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/** Conditions for those who may read them. */
@Component
class ReadableConditions {

    private final FollowedConditions conditions;
    private final ContractRegister contracts;

    ReadableConditions(FollowedConditions conditions, ContractRegister contracts) {
        this.conditions = conditions;
        this.contracts = contracts;
    }

    /** For whom the facts of the contract are, and for the owner, who need not be one of them. */
    FollowedCondition get(UUID id, Actor actor) {
        FollowedCondition condition = conditions.get(id);
        boolean mayRead = actor.username().equals(condition.owner())
                || contracts.mayReadFacts(contracts.get(condition.contract()), actor);
        if (!mayRead) {
            throw Refused.notFound("There is no such condition.");
        }
        return condition;
    }
}
