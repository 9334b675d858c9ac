package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.springframework.stereotype.Component;

/**
 * Who may take a task from its holder, and on what ground: no case stands still because somebody left or fell ill. Whoever
 * takes it back does not get it thereby; it goes to the group.
 */
@Component
class ForcedReturns {

    private final Eligibility eligibility;

    ForcedReturns(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    /** Why a task may be taken from its holder. */
    enum Ground {
        OVERDUE,
        HOLDER_NOT_ELIGIBLE
    }

    /** Not while nobody can say whether the holder may do it: the page is read without, and the act would be refused. */
    boolean offered(InboxItem item, Actor viewer, Instant now, TaskRules rules) {
        try {
            return objection(item, viewer, rules).isEmpty()
                    && ground(item, now, rules).isPresent();
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    /** The ground on which the actor takes the task back; refuses where there is none, or where it is not theirs to judge. */
    Ground demand(InboxItem item, Actor actor, Instant now) {
        TaskRules rules = eligibility.on(List.of(item));
        objection(item, actor, rules).ifPresent(refused -> {
            throw refused;
        });
        return ground(item, now, rules)
                .orElseThrow(() -> Refused.conflict(
                        "This task is not overdue and its holder may do it. It stays with its holder."));
    }

    private static Optional<Refused> objection(InboxItem item, Actor actor, TaskRules rules) {
        if (item.assignee() == null || item.done()) {
            return Optional.of(Refused.conflict("Nobody holds this task."));
        }
        if (item.assignee().equals(actor.username())) {
            return Optional.of(Refused.invalid("You hold this task yourself; return it."));
        }
        if (item.kind() == Subject.CONCERN) {
            return rules.mayKnow(item, actor)
                    ? Optional.empty()
                    : Optional.of(Refused.notFound("There is no such task."));
        }
        if (!actor.hasAny(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE)) {
            return Optional.of(Refused.notAllowed("The panel chair and the board committee take tasks back."));
        }
        List<String> bars = rules.bars(item, actor);
        return bars.isEmpty() ? Optional.empty() : Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, bars));
    }

    private Optional<Ground> ground(InboxItem item, Instant now, TaskRules rules) {
        if (item.overdue(now)) {
            return Optional.of(Ground.OVERDUE);
        }
        String holder = item.assignee();
        return holder == null
                        || rules.objections(item, eligibility.asOfNow(holder)).isEmpty()
                ? Optional.empty()
                : Optional.of(Ground.HOLDER_NOT_ELIGIBLE);
    }
}
