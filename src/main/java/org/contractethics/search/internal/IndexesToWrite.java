package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which indexes a change goes into: the one in use, and the one being built beside it if there is one. */
@Component
class IndexesToWrite {

    private final ClauseIndex index;
    private final Rebuilds rebuilds;
    private final ApplicationEventPublisher events;

    IndexesToWrite(ClauseIndex index, Rebuilds rebuilds, ApplicationEventPublisher events) {
        this.index = index;
        this.rebuilds = rebuilds;
        this.events = events;
    }

    /** The name of an index, or the alias of the one in use. */
    record Target(String index, boolean alias) {}

    /** Creates the index if it is gone; whatever else it should hold is then asked for. */
    List<Target> prepared() {
        if (index.ensure()) {
            events.publishEvent(new CatchUpRequested());
        }
        var targets = new ArrayList<Target>();
        targets.add(new Target(index.alias(), true));
        rebuilds.indexBeingBuilt().ifPresent(name -> targets.add(new Target(name, false)));
        return targets;
    }
}
