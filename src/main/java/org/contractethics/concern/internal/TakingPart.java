package org.contractethics.concern.internal;

import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds a concern for somebody who takes part in it, its filer or whoever handles it; for everybody else it does not exist. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakingPart {

    private final ConcernStore concerns;
    private final ConcernRights rights;

    TakingPart(ConcernStore concerns, ConcernRights rights) {
        this.concerns = concerns;
        this.rights = rights;
    }

    Concern locked(ConcernId id, Actor actor) {
        Concern concern = concerns.lock(id)
                .filter(found -> rights.isFiler(found, actor) || rights.mayHandle(found, actor))
                .orElseThrow(ReadingConcerns::unknown);
        if (concerns.withdrawnOn(id).isPresent()) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing is to be done about it any more.");
        }
        return concern;
    }
}
