package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.contractethics.shared.ConcernId;

/** Concerns against whose answers nobody appealed. */
record NoAppeals() implements AppealedConcerns {

    @Override
    public Set<ConcernId> among(Collection<ConcernId> concerns) {
        return Set.of();
    }

    @Override
    public boolean isOpen(ConcernId concern) {
        return false;
    }

    @Override
    public boolean answeredBy(ConcernId concern, String username) {
        return false;
    }

    @Override
    public LocalDate decideBy(ConcernId concern) {
        throw new IllegalArgumentException("no appeal");
    }
}
