package org.contractethics.review.internal.followup;

import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Who can own a measure of a remedy, and whose measures somebody else has to report on. */
@Component
class MeasureOwners {

    private final PeopleDirectory people;
    private final Separation separation;

    MeasureOwners(PeopleDirectory people, Separation separation) {
        this.people = people;
        this.separation = separation;
    }

    /** Auditors and leadership report on nothing, so they can own no measure. */
    static boolean observes(Person person) {
        return !Interests.observer(new Actor(person.username(), person.displayName(), person.roles()))
                .isEmpty();
    }

    /** Whether the owner has left, stepped back (H2), or holds a role by now that bars them; not where nobody can tell. */
    boolean cannotReport(Remediation remediation, Measure measure) {
        if (recused(remediation, measure.owner())) {
            return true;
        }
        try {
            return people.find(measure.owner()).map(MeasureOwners::observes).orElse(true);
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    boolean recused(Remediation remediation, String person) {
        return separation.recused(remediation.contract()).contains(person);
    }
}
