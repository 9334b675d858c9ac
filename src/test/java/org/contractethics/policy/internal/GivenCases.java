package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.PastCases;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.DecisionSpace;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** The cases of a test; several impacts are not put together here. */
final class GivenCases implements PastCases {

    final List<PastCase> all = new ArrayList<>();
    final Map<String, Set<ContractId>> gained = new HashMap<>();
    int asked;

    @Override
    public List<PastCase> all() {
        return all;
    }

    @Override
    public Set<ContractId> gainedBy(String person) {
        return gained.getOrDefault(person, Set.of());
    }

    @Override
    public Space together(
            Policy version, @Nullable Boolean blockingGaps, List<DecisionFacts> impacts, boolean critical) {
        asked++;
        DecisionSpace space = version.decisionSpace(impacts.get(0));
        return new Space(Set.copyOf(space.allowed()), space.decider(), space.majority());
    }
}
