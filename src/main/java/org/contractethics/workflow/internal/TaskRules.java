package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.concern.Concerns.Handling;
import org.contractethics.policy.PolicyChanges;
import org.contractethics.review.FollowUps.PartsInFollowUps;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Questions;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.workflow.internal.InboxItem.Subject;

/**
 * What speaks against people's work on some tasks, over facts read once for all of them. True of the moment they were read, so
 * each act reads them anew.
 *
 * @param latest the last review of each contract whose signature is followed up
 */
record TaskRules(
        PartsInReviews reviews,
        PartsInFollowUps followUps,
        Handling concerns,
        PolicyChanges changes,
        Questions questions,
        Map<ContractId, ReviewSummary> latest) {

    /** Whether this person may learn that the task exists: the one complained about may not (H13). */
    boolean mayKnow(InboxItem item, Actor actor) {
        return item.kind() != Subject.CONCERN || concerns.mayHandle(new ConcernId(item.subject()), actor);
    }

    /** Whole sentences; empty means they may. */
    List<String> objections(InboxItem item, Actor actor) {
        if (item.kind() == Subject.REVIEW) {
            return reviews.objections(new ReviewId(item.subject()), ProcessNames.stage(item.taskKey()), actor);
        }
        if (item.kind() == Subject.POLICY) {
            return changes.objections(item.subject(), actor);
        }
        if (item.kind() == Subject.QUESTION) {
            return questions.objections(item.subject(), actor);
        }
        if (item.kind() != Subject.CONCERN) {
            return followUps.objections(item.subject(), ProcessNames.step(item.taskKey()), actor);
        }
        return mayKnow(item, actor)
                ? concerns.objections(new ConcernId(item.subject()), item.taskKey(), actor)
                : List.of("Only concern officers work on concerns.");
    }

    /** The same when the task is completed. */
    List<String> objectionsAtCompletion(InboxItem item, Actor actor) {
        return item.kind() == Subject.REVIEW
                ? reviews.objectionsAtCompletion(
                        new ReviewId(item.subject()), ProcessNames.stage(item.taskKey()), actor)
                : objections(item, actor);
    }

    /**
     * Why this person may not judge who holds the task: their part in the review it belongs to, or in the one of the contract
     * it is about. A policy belongs to none.
     */
    List<String> bars(InboxItem item, Actor actor) {
        return review(item).map(review -> reviews.bars(review, actor)).orElse(List.of());
    }

    /** Whether this person has voted in the vote that this task is. */
    boolean hasVoted(InboxItem item, Actor actor) {
        return item.shared() && reviews.hasVoted(new ReviewId(item.subject()), actor);
    }

    private Optional<ReviewId> review(InboxItem item) {
        if (item.kind() == Subject.REVIEW) {
            return Optional.of(new ReviewId(item.subject()));
        }
        return Optional.ofNullable(item.contract())
                .flatMap(contract -> Optional.ofNullable(latest.get(contract.id())))
                .map(ReviewSummary::id);
    }
}
