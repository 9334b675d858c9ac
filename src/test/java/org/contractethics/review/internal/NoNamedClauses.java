package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.NamedClauses;

/** Documents in which no clause is called anything. */
final class NoNamedClauses implements NamedClauses {

    @Override
    public Map<String, List<ClausePlace>> find(ContractId contract, Set<String> named) {
        return Map.of();
    }

    @Override
    public boolean mayRead(ContractId contract, Actor viewer) {
        return true;
    }

    @Override
    public List<ClauseLink> inWords(ContractId contract, List<ClausePlace> places, Actor viewer) {
        return List.of();
    }
}
