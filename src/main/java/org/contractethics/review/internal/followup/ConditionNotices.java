package org.contractethics.review.internal.followup;

import java.util.Locale;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the owner of a condition what is asked of them; where the owner cannot meet it any more, those who do in their place. */
@Component
class ConditionNotices {

    private static final Set<Role> IN_PLACE_OF_OWNER = Set.of(Role.MONITOR, Role.PANEL_CHAIR);

    private final ApplicationEventPublisher events;
    private final ContractRegister contracts;
    private final MeasureOwners owners;

    ConditionNotices(ApplicationEventPublisher events, ContractRegister contracts, MeasureOwners owners) {
        this.events = events;
        this.contracts = contracts;
        this.owners = owners;
    }

    void begins(FollowedCondition condition) {
        toOwner(
                condition,
                "meet the condition",
                "The contract is signed. You own one of its conditions; it has to be met by "
                        + Times.words(condition.dueOn()) + ". Report on it when it is.");
    }

    void reported(FollowedCondition condition) {
        publish(Notice.toRoles(
                Set.of(Role.MONITOR),
                title(condition, "confirm the condition"),
                "The owner reported that a condition is met. Confirm it, or send it back with reasons.",
                link(condition)));
    }

    void ruled(FollowedCondition condition, Result result) {
        if (result == Result.NOT_MET) {
            toOwner(
                    condition,
                    "condition not met",
                    "The condition was sent back to you with reasons. It is still to be met.");
        } else {
            publish(Notice.toPerson(
                    condition.owner(),
                    title(condition, "condition " + result.label().toLowerCase(Locale.ROOT)),
                    "Nothing more is asked of you. The reasons stand on the page of the condition.",
                    link(condition)));
        }
    }

    void dueSoon(FollowedCondition condition) {
        toOwner(condition, "a condition is due soon", "It has to be met by " + Times.words(condition.dueOn()) + ".");
    }

    /** Again and again, to the owner, those who follow it up and the chair. */
    void overdue(FollowedCondition condition) {
        publish(new Notice(
                Set.of(condition.owner()),
                IN_PLACE_OF_OWNER,
                title(condition, "a condition is overdue"),
                "It had to be met by " + Times.words(condition.dueOn())
                        + (condition.blocking()
                                ? ". It is a blocking one: if it stays unmet, the suspension of the contract is reviewed."
                                : ". Nothing was decided by the delay; somebody has to meet it."),
                link(condition)));
    }

    private void toOwner(FollowedCondition condition, String what, String text) {
        publish(
                owners.cannotMeet(condition)
                        ? Notice.toRoles(
                                IN_PLACE_OF_OWNER,
                                title(condition, "somebody has to meet a condition"),
                                "Its owner cannot any more. A monitor takes it on. It has to be met by "
                                        + Times.words(condition.dueOn()) + ".",
                                link(condition))
                        : Notice.toPerson(condition.owner(), title(condition, what), text, link(condition)));
    }

    private String title(FollowedCondition condition, String what) {
        return contracts.find(condition.contract()).map(Contract::reference).orElse("A contract") + ": " + what;
    }

    private static String link(FollowedCondition condition) {
        return "/conditions/" + condition.id();
    }

    private void publish(Notice notice) {
        events.publishEvent(notice);
    }
}
