package org.contractethics.record.internal;

import java.util.Set;
import java.util.function.Predicate;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.jspecify.annotations.Nullable;

/** Entries that tell this viewer of no concern that is kept from them. Asks only when it meets a concern, and then once. */
final class NotWithheld implements Predicate<RecordEntry> {

    private final ConcernKnowledge concerns;
    private final Actor viewer;
    private @Nullable Set<ConcernId> withheld;

    NotWithheld(ConcernKnowledge concerns, Actor viewer) {
        this.concerns = concerns;
        this.viewer = viewer;
    }

    @Override
    public boolean test(RecordEntry entry) {
        return entry.concern().map(concern -> !withheld().contains(concern)).orElse(true);
    }

    private Set<ConcernId> withheld() {
        Set<ConcernId> known = withheld;
        if (known == null) {
            known = concerns.withheldFrom(viewer);
            withheld = known;
        }
        return known;
    }
}
