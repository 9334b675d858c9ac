package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which indexes a change goes into: the one in use, and the one being built beside it if there is one. */
@Component
class IndexesToWrite {

    private final ClauseIndex index;
    private final ApplicationEventPublisher events;

    IndexesToWrite(ClauseIndex index, ApplicationEventPublisher events) {
        this.index = index;
        this.events = events;
    }

    /** The name of an index, or the alias of the one in use. */
    record Target(String index, boolean alias) {}

    /**
     * Creates the index if it is gone; whatever else it should hold is then asked for.
     *
     * @param building the index that is being built, if there is one
     */
    List<Target> prepared(@Nullable String building) {
        if (index.ensure()) {
            events.publishEvent(new CatchUpRequested());
        }
        var targets = new ArrayList<Target>();
        targets.add(new Target(index.alias(), true));
        if (building != null) {
            targets.add(new Target(building, false));
        }
        return targets;
    }
}
