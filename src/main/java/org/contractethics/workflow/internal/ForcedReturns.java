package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.review.Reviews;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
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
    private final Reviews reviews;

    ForcedReturns(Eligibility eligibility, Reviews reviews) {
        this.eligibility = eligibility;
        this.reviews = reviews;
    }

    /** Why a task may be taken from its holder. */
    enum Ground {
        OVERDUE,
        HOLDER_NOT_ELIGIBLE
    }

    boolean offered(InboxItem item, Actor viewer, Instant now) {
        return objection(item, viewer).isEmpty() && ground(item, now).isPresent();
    }

    /** The ground on which the actor takes the task back; refuses where there is none, or where it is not theirs to judge. */
    Ground demand(InboxItem item, Actor actor, Instant now) {
        objection(item, actor).ifPresent(refused -> {
            throw refused;
        });
        return ground(item, now)
                .orElseThrow(() -> Refused.conflict(
                        "This task is not overdue and its holder may do it. It stays with its holder."));
    }

    private Optional<Refused> objection(InboxItem item, Actor actor) {
        if (item.assignee() == null || item.done()) {
            return Optional.of(Refused.conflict("Nobody holds this task."));
        }
        if (item.assignee().equals(actor.username())) {
            return Optional.of(Refused.invalid("You hold this task yourself; return it."));
        }
        if (item.kind() == Subject.CONCERN) {
            return eligibility.mayKnow(item, actor)
                    ? Optional.empty()
                    : Optional.of(Refused.notFound("There is no such task."));
        }
        if (!actor.hasAny(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE)) {
            return Optional.of(Refused.notAllowed("The panel chair and the board committee take tasks back."));
        }
        List<String> bars =
                review(item).map(review -> reviews.bars(review, actor)).orElse(List.of());
        return bars.isEmpty() ? Optional.empty() : Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, bars));
    }

    /** The review whose people may not judge: that of the task, or of the contract it is about; a policy has none. */
    private Optional<ReviewId> review(InboxItem item) {
        if (item.kind() == Subject.REVIEW) {
            return Optional.of(new ReviewId(item.subject()));
        }
        return Optional.ofNullable(item.contract())
                .flatMap(contract -> reviews.latestOf(contract.id()))
                .map(ReviewSummary::id);
    }

    private Optional<Ground> ground(InboxItem item, Instant now) {
        if (item.overdue(now)) {
            return Optional.of(Ground.OVERDUE);
        }
        String holder = item.assignee();
        return holder == null
                        || eligibility
                                .objections(item, eligibility.asOfNow(holder))
                                .isEmpty()
                ? Optional.empty()
                : Optional.of(Ground.HOLDER_NOT_ELIGIBLE);
    }
}
