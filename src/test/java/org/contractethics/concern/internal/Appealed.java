package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.contractethics.shared.ConcernId;

/** Every answer was appealed against, and these gave it. */
record Appealed(Set<String> answered) implements AppealedConcerns {

    @Override
    public Set<ConcernId> among(Collection<ConcernId> concerns) {
        return Set.copyOf(concerns);
    }

    @Override
    public boolean isOpen(ConcernId concern) {
        return true;
    }

    @Override
    public boolean answeredBy(ConcernId concern, String username) {
        return answered.contains(username);
    }

    @Override
    public LocalDate decideBy(ConcernId concern) {
        throw new UnsupportedOperationException("not needed here");
    }
}
