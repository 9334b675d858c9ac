package org.contractethics.concern.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the modules that name concerns by their ids. */
@Component
@Transactional(readOnly = true)
class KnowingConcerns implements ConcernKnowledge {

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ConcernRights rights;
    private final ContractRegister register;

    KnowingConcerns(ConcernStore concerns, Reporters reporters, ConcernRights rights, ContractRegister register) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.rights = rights;
        this.register = register;
    }

    @Override
    public Set<ConcernId> withheldFrom(Actor viewer) {
        Set<ConcernId> withheld = new HashSet<>(reporters.excluding(viewer.username()));
        Map<ContractId, List<ConcernId>> complainedAbout = concerns.byContract();
        register.findAll(complainedAbout.keySet()).forEach((id, contract) -> {
            if (viewer.username().equals(contract.submitter())) {
                withheld.addAll(complainedAbout.getOrDefault(id, List.of()));
            }
        });
        return Set.copyOf(withheld);
    }

    @Override
    public boolean mayOpen(ConcernId id, Actor viewer) {
        return concerns.find(id)
                .filter(concern -> rights.mayHandle(concern, viewer))
                .isPresent();
    }
}
