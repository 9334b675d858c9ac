package org.contractethics.workflow.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.CurrentActor;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.Concerns;
import org.contractethics.policy.PolicyChanges;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps;
import org.contractethics.review.Questions;
import org.contractethics.review.Reviews;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
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
        return switch (item.kind()) {
            case CONCERN -> concerns.mayHandle(new ConcernId(item.subject()), actor);
            case REMEDIATION -> followUps.mayKnow(item.subject(), ProcessNames.step(item.taskKey()), actor);
            default -> true;
        };
    }

    /** The concern that led to the task, where one did: what is recorded of the task names it (H13). */
    Optional<ConcernId> concernOf(InboxItem item) {
        return item.kind() == Subject.REMEDIATION
                ? followUps.concernOf(item.subject(), ProcessNames.step(item.taskKey()))
                : Optional.empty();
    }

    /** Whole sentences; empty means they may. */
    List<String> objections(InboxItem item, Actor actor) {
        return on(List.of(item)).objections(item, actor);
    }

    /** The same when the task is completed: by then the declaration of interests is signed (H2). */
    List<String> objectionsAtCompletion(InboxItem item, Actor actor) {
        return on(List.of(item)).objectionsAtCompletion(item, actor);
    }

    /** Reads what the rules ask for some tasks, with as many statements as for one of each kind. */
    TaskRules on(Collection<InboxItem> items) {
        Map<ContractId, ReviewSummary> latest = latestAbout(items);
        Set<ReviewId> inReview = ids(items, Subject.REVIEW, ReviewId::new);
        latest.values().forEach(review -> inReview.add(review.id()));
        return new TaskRules(
                reviews.partsIn(inReview),
                followUps.partsIn(followedUp(items)),
                concerns.handlingOf(ids(items, Subject.CONCERN, ConcernId::new)),
                changes,
                questions,
                latest);
    }

    /** Of tasks that are about a contract, and neither its review nor a concern. */
    private Map<ContractId, ReviewSummary> latestAbout(Collection<InboxItem> items) {
        Set<ContractId> contracts = items.stream()
                .filter(item -> item.kind() == Subject.QUESTION
                        || item.kind().followUp().isPresent())
                .flatMap(item -> Stream.ofNullable(item.contract()))
                .map(ContractLine::id)
                .collect(Collectors.toSet());
        return contracts.isEmpty() ? Map.of() : reviews.latestOf(contracts);
    }

    private static Map<UUID, FollowUp> followedUp(Collection<InboxItem> items) {
        Map<UUID, FollowUp> subjects = new HashMap<>();
        items.forEach(item -> item.kind().followUp().ifPresent(followUp -> subjects.put(item.subject(), followUp)));
        return subjects;
    }

    private static <T> Set<T> ids(Collection<InboxItem> items, Subject kind, Function<UUID, T> id) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(item -> id.apply(item.subject()))
                .collect(Collectors.toCollection(HashSet::new));
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

    /** The same at a completion: what the directory said a minute ago is no answer to that (H1). */
    Actor atCompletion(String username) {
        return people.asOfNow(asOfNow(username));
    }

    private Actor signedIn(String username) {
        Actor actor = current.get();
        return actor.username().equals(username) ? actor : new Actor(username, username, Set.of());
    }
}
