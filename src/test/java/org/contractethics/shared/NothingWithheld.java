package org.contractethics.shared;

import java.util.Set;

/** No concern is kept from anybody. */
public final class NothingWithheld implements ConcernKnowledge {

    @Override
    public Set<ConcernId> withheldFrom(Actor viewer) {
        return Set.of();
    }

    @Override
    public Set<String> keptFrom(ConcernId concern) {
        return Set.of();
    }

    @Override
    public boolean isOpenAbout(ConcernId concern, ContractId contract) {
        return false;
    }

    @Override
    public boolean mayOpen(ConcernId concern, Actor viewer) {
        return false;
    }
}
