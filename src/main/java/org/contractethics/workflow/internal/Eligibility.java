package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Set;
import org.contractethics.access.CurrentActor;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.Concerns;
import org.contractethics.policy.PolicyChanges;
import org.contractethics.review.FollowUps;
import org.contractethics.review.Questions;
import org.contractethics.review.Reviews;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ReviewId;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.springframework.stereotype.Component;

/** Why a person may not do a task: asked when it is offered, when it is claimed and again when it is completed. */
@Component
class Eligibility {

    private final Reviews reviews;
    private final Concerns concerns;
    private final PolicyChanges changes;
    private final FollowUps followUps;
    private final Questions questions;
    private final PeopleDirectory people;
    private final CurrentActor current;

    Eligibility(
            Reviews reviews,
            Concerns concerns,
            PolicyChanges changes,
            FollowUps followUps,
            Questions questions,
            PeopleDirectory people,
            CurrentActor current) {
        this.reviews = reviews;
        this.concerns = concerns;
        this.changes = changes;
        this.followUps = followUps;
        this.questions = questions;
        this.people = people;
        this.current = current;
    }

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
        return mayKnow(item, actor) ? List.of() : List.of("Only concern officers work on concerns.");
    }

    /**
     * The person with the roles held now: from the directory, because those of the session are as old as the sign-in and
     * roles change between claim and completion.
     */
    Actor asOfNow(String username) {
        return people.find(username)
                .map(person -> new Actor(person.username(), person.displayName(), person.roles()))
                .orElseGet(() -> signedIn(username));
    }

    private Actor signedIn(String username) {
        Actor actor = current.get();
        return actor.username().equals(username) ? actor : new Actor(username, username, Set.of());
    }
}
