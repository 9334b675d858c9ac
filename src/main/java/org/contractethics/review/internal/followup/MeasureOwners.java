package org.contractethics.review.internal.followup;

import java.util.HashSet;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernKnowledge;
import org.springframework.stereotype.Component;

/** Who can own a measure of a remedy, and whose measures and conditions somebody else has to report on. */
@Component
class MeasureOwners {

    private final PeopleDirectory people;
    private final Separation separation;
    private final ConcernKnowledge concerns;

    MeasureOwners(PeopleDirectory people, Separation separation, ConcernKnowledge concerns) {
        this.people = people;
        this.separation = separation;
        this.concerns = concerns;
    }

    /** Auditors and leadership report on nothing, so they can own no measure. */
    static boolean observes(Person person) {
        return !Interests.observer(new Actor(person.username(), person.displayName(), person.roles()))
                .isEmpty();
    }

    /**
     * H13: from whom a remedy is kept that began with a concern: from whom the concern is, and from who is paid by the contract. They
     * own no measure of it: they would read what the concern showed.
     */
    Set<String> keptFrom(Remediation remediation) {
        Set<String> kept = new HashSet<>();
        remediation.concern().ifPresent(concern -> {
            kept.addAll(concerns.keptFrom(concern));
            kept.addAll(separation.paid(remediation.contract()));
        });
        return kept;
    }

    /**
     * Whether the owner has left, stepped back (H2), must not learn of the remedy (H13), or holds a role by now that bars them; not
     * where nobody can tell.
     */
    boolean cannotReport(Remediation remediation, Measure measure) {
        return recused(remediation, measure.owner())
                || keptFrom(remediation).contains(measure.owner())
                || gone(measure.owner());
    }

    /** The same of the owner of a condition, from whom nothing is kept. */
    boolean cannotMeet(FollowedCondition condition) {
        return separation.recused(condition.contract()).contains(condition.owner()) || gone(condition.owner());
    }

    /** Whether the person has left, or holds a role that bars them from all work; not where nobody can tell. */
    boolean gone(String person) {
        try {
            return people.find(person).map(MeasureOwners::observes).orElse(true);
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    boolean recused(Remediation remediation, String person) {
        return separation.recused(remediation.contract()).contains(person);
    }
}
