package org.contractethics.concern.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Set<ConcernId> withheld = new HashSet<>(reporters.keptFrom(viewer.username()));
        Map<ContractId, List<ConcernId>> complainedAbout = concerns.byContract();
        register.findAll(complainedAbout.keySet()).forEach((id, contract) -> {
            if (viewer.username().equals(contract.submitter())) {
                withheld.addAll(complainedAbout.getOrDefault(id, List.of()));
            }
        });
        return Set.copyOf(withheld);
    }

    @Override
    public Set<String> keptFrom(ConcernId id) {
        Set<String> kept = new HashSet<>(reporters.keptFrom(List.of(id)).getOrDefault(id, Set.of()));
        concerns.find(id)
                .flatMap(concern -> Optional.ofNullable(concern.contract()))
                .flatMap(register::find)
                .flatMap(contract -> Optional.ofNullable(contract.submitter()))
                .ifPresent(kept::add);
        return Set.copyOf(kept);
    }

    @Override
    public boolean isOpenAbout(ConcernId id, ContractId contract) {
        return concerns.find(id)
                .filter(concern -> concern.open() && contract.equals(concern.contract()))
                .filter(concern -> concerns.withdrawnOn(concern.id()).isEmpty())
                .isPresent();
    }

    @Override
    public boolean mayOpen(ConcernId id, Actor viewer) {
        return concerns.find(id)
                .filter(concern -> rights.mayHandle(concern, viewer))
                .isPresent();
    }
}
