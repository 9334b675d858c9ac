package org.contractethics.review.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.Delegations;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.PeopleWithAPart.Peopled;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers who has a part in a review and asks the rules. */
@Component
public class Participation {

    private final PeopleWithAPart people;
    private final Delegations delegations;
    private final PeopleDirectory directory;

    Participation(PeopleWithAPart people, Delegations delegations, PeopleDirectory directory) {
        this.people = people;
        this.delegations = delegations;
        this.directory = directory;
    }

    /** Empty means the actor may work on the stage. */
    public List<String> objections(ReviewCase review, Stage stage, Actor actor) {
        return people(review).objections(this::chairs).againstWork(stage, actor);
    }

    /**
     * What stands against somebody's work on a stage of a review.
     *
     * @param declared whether they signed the declaration of interests it asks for (H2)
     */
    public record Standing(ReviewCase review, List<String> objections, boolean declared) {

        Standing signed() {
            return new Standing(review, objections, true);
        }
    }

    /** The review, the objections and whether the declaration of interests is signed, read at once; 404 where there is no such review. */
    Standing standing(ReviewId id, Stage stage, Actor actor) {
        Peopled people = found(id).orElseThrow(ReviewCases::missing);
        Objections rules = people.objections(this::chairs);
        return new Standing(people.review(), rules.againstWork(stage, actor), rules.declared(stage, actor));
    }

    /** The actor with those of their roles that they still hold at this moment (H1); with all while the directory does not answer. */
    Actor asOfNow(Actor actor) {
        return directory.asOfNow(actor);
    }

    /** The same for many reviews, read together; those that do not exist are left out. */
    Parts in(Collection<ReviewId> reviews) {
        return new Parts(people.in(reviews).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().objections(this::chairs))));
    }

    /** What speaks against anybody's vote in a review, whether or not they were drawn. */
    public Conflicts conflicts(ReviewCase review) {
        return new Conflicts(review, people(review).involved());
    }

    /** Reads once who has a part in a review, to judge many people. */
    public static final class Conflicts {

        private final ReviewCase review;
        private final Involved involved;

        private Conflicts(ReviewCase review, Involved involved) {
            this.review = review;
            this.involved = involved;
        }

        /** A sentence about the person, for a list that others read; empty where nothing speaks against their vote. */
        public Optional<String> against(Actor actor) {
            String name = actor.username();
            if (review.interested(name)) {
                return Optional.of("Submitted this contract or is paid by it (H1).");
            }
            if (involved.recused().contains(name)) {
                return Optional.of("Declared a conflict of interest (H2).");
            }
            if (actor.observes()) {
                return Optional.of("Is an auditor or belongs to leadership, who take no part (H6).");
            }
            if (involved.rulers().contains(name)) {
                return Optional.of("Ruled on an appeal of this review.");
            }
            if (involved.appealVoters().contains(name)) {
                return Optional.of("Voted on an appeal of this review.");
            }
            return new Objections(review, involved, List::of)
                            .against(Stage.VOTE, actor)
                            .isEmpty()
                    ? Optional.empty()
                    : Optional.of("Cannot vote in this review.");
        }
    }

    /** Whether this person may do a task that the other one holds: their own, or as their delegate today. */
    public boolean mayDoFor(String actor, @Nullable String holder) {
        return holder != null
                && (holder.equals(actor) || delegations.coveredBy(actor).contains(holder));
    }

    /** Why the actor may take no part at all; empty where nothing bars them. */
    public List<String> bars(ReviewCase review, Actor actor) {
        return people(review).objections(this::chairs).againstAnyPart(actor);
    }

    /** Whether the board committee records the decision of this review, because conflicts bar every panel chair from it. */
    boolean chairsBarredFromDecision(ReviewCase review) {
        return people(review).objections(this::chairs).chairsBarredFromDecision();
    }

    /** Whether this person holds the role of the panel chair; false while the people directory does not answer. */
    boolean chairs(String person) {
        return chairs().stream().anyMatch(chair -> chair.username().equals(person));
    }

    /** Everybody who holds the role; nobody while the people directory does not answer, so that nothing follows from it. */
    private List<Actor> chairs() {
        try {
            return directory.withRole(Role.PANEL_CHAIR).stream()
                    .map(person -> new Actor(person.username(), person.displayName(), person.roles()))
                    .toList();
        } catch (PeopleUnavailable unknown) {
            return List.of();
        }
    }

    private Peopled people(ReviewCase review) {
        return found(review.id()).orElseThrow(() -> new IllegalStateException("the review exists"));
    }

    private Optional<Peopled> found(ReviewId id) {
        return Optional.ofNullable(people.in(List.of(id)).get(id));
    }
}
