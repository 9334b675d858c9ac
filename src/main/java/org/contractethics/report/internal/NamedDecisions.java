package org.contractethics.report.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.report.internal.ReviewCase.DecisionMade;

/** Decisions by their ids, with the reviews that made them, the contracts whose entries name them, and what made them lapse. */
final class NamedDecisions {

    private final Map<UUID, DecisionMade> decisions = new HashMap<>();
    private final Map<UUID, ReviewCase> reviews = new HashMap<>();
    private final Map<UUID, Set<ContractCase>> alsoNamed = new HashMap<>();
    private final Map<UUID, Lapse> lapsed = new HashMap<>();

    Optional<DecisionMade> find(UUID id) {
        return Optional.ofNullable(decisions.get(id));
    }

    Optional<ReviewCase> review(UUID id) {
        return Optional.ofNullable(reviews.get(id));
    }

    Optional<Lapse> lapse(UUID id) {
        return Optional.ofNullable(lapsed.get(id));
    }

    void made(DecisionMade decision, ReviewCase review) {
        decisions.put(decision.id(), decision);
        ReviewCase before = reviews.put(decision.id(), review);
        if (before != null) {
            named(decision.id(), before.contract);
        }
        changed(decision.id());
    }

    /** The first thing that made it lapse counts; whether this one is. */
    boolean lapses(UUID id, Lapse lapse) {
        boolean first = lapsed.putIfAbsent(id, lapse) == null;
        if (first) {
            changed(id);
        }
        return first;
    }

    /** The name of a decision found with another contract than its own; what becomes of it concerns that one, too. */
    void named(UUID id, ContractCase contract) {
        ReviewCase own = reviews.get(id);
        if (own == null || own.contract != contract) {
            alsoNamed.computeIfAbsent(id, any -> new HashSet<>()).add(contract);
        }
    }

    private void changed(UUID id) {
        alsoNamed.getOrDefault(id, Set.of()).forEach(ContractCase::changed);
    }
}
