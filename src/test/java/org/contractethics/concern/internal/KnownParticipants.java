package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;

/** Contracts in which these people have a hand. */
record KnownParticipants(Map<ContractId, Participants> known) implements ContractParticipants {

    @Override
    public Map<ContractId, Participants> of(Collection<ContractId> contracts) {
        return contracts.stream()
                .collect(Collectors.toMap(id -> id, id -> known.getOrDefault(id, Participants.NOBODY)));
    }

    @Override
    public Set<ContractId> paidBy(String username) {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().paid().contains(username))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
