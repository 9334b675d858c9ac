package org.contractethics.policy.internal;

import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;

/** No concern is kept from anybody. */
final class NothingWithheld implements ConcernKnowledge {

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
