package org.contractethics.record.internal;

import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** The names to show for the actors of entries. */
@Component
public class ActorNames {

    private final PeopleDirectory directory;

    ActorNames(PeopleDirectory directory) {
        this.directory = directory;
    }

    public String name(String actor) {
        if (actor.equals(Actor.SYSTEM.username())) {
            return Actor.SYSTEM.displayName();
        }
        if (actor.startsWith(RecordEntry.ERASED)) {
            return FactWords.capital(actor);
        }
        return actor.equals(RecordEntry.UNNAMED) ? "Not recorded" : directory.displayName(actor);
    }
}
