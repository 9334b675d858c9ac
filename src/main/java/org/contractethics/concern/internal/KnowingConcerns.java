package org.contractethics.concern.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the modules that name concerns by their ids. */
@Component
@Transactional(readOnly = true)
class KnowingConcerns implements ConcernKnowledge {

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ContractsConcerned concerned;
    private final ConcernRights rights;
    private final ContractParticipants participants;

    KnowingConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ContractsConcerned concerned,
            ConcernRights rights,
            ContractParticipants participants) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.concerned = concerned;
        this.rights = rights;
        this.participants = participants;
    }

    @Override
    public Set<ConcernId> withheldFrom(Actor viewer) {
        Set<ConcernId> withheld = new HashSet<>(reporters.keptFrom(viewer.username()));
        Map<ContractId, List<ConcernId>> complainedAbout = concerns.byContract();
        participants
                .paidBy(viewer.username())
                .forEach(contract -> withheld.addAll(complainedAbout.getOrDefault(contract, List.of())));
        if (!viewer.has(Role.AUDITOR)) {
            // whom it was kept from is not known any more, so it is kept from everybody but those who verify the record
            withheld.addAll(concerns.purged());
        }
        return Set.copyOf(withheld);
    }

    @Override
    public Set<String> keptFrom(ConcernId id) {
        Set<String> kept = new HashSet<>(reporters.keptFrom(List.of(id)).getOrDefault(id, Set.of()));
        participants
                .of(concerned.of(List.of(id)).getOrDefault(id, Set.of()))
                .values()
                .forEach(people -> kept.addAll(people.paid()));
        return Set.copyOf(kept);
    }

    @Override
    public boolean isOpenAbout(ConcernId id, ContractId contract) {
        return concerns.find(id)
                .filter(Concern::open)
                .filter(concern -> concerned
                        .of(List.of(concern.id()))
                        .getOrDefault(concern.id(), Set.of())
                        .contains(contract))
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
