package org.contractethics.review.internal.followup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may have no part in what follows a signature, whatever the step (H1, H2). */
@Component
class Separation {

    private final ReviewCases reviews;
    private final Recusals recusals;
    private final ContractRegister contracts;

    Separation(ReviewCases reviews, Recusals recusals, ContractRegister contracts) {
        this.reviews = reviews;
        this.recusals = recusals;
        this.contracts = contracts;
    }

    /** Whole sentences; empty means that nothing general stands against it. */
    List<String> objections(ContractId contract, Set<Role> roles, Actor actor) {
        return in(List.of(contract)).objections(contract, roles, actor);
    }

    /** The same whatever the roles are. */
    List<String> conflicts(ContractId contract, Actor actor) {
        return in(List.of(contract)).conflicts(contract, actor);
    }

    void demand(ContractId contract, Set<Role> roles, Actor actor) {
        refuse(objections(contract, roles, actor));
    }

    static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
    }

    /** Who is paid by the contract, or was in any review of it (H1). */
    Set<String> paid(ContractId contract) {
        return Interests.of(in(List.of(contract)).paid(), contract);
    }

    /** Who declared a conflict in any review of the contract (H2). */
    Set<String> recused(ContractId contract) {
        return Interests.of(in(List.of(contract)).recused(), contract);
    }

    /** Who is offered none of the tasks. */
    Set<String> excluded(ContractId contract) {
        Interests interests = in(List.of(contract));
        Set<String> excluded = new HashSet<>(Interests.of(interests.paid(), contract));
        excluded.addAll(Interests.of(interests.recused(), contract));
        return excluded;
    }

    /** Three statements, however many contracts. */
    Interests in(Collection<ContractId> ids) {
        Map<ContractId, Set<String>> paid = new HashMap<>();
        Map<ContractId, Set<String>> recused = new HashMap<>();
        contracts.findAll(ids).forEach((id, contract) -> {
            String owner = contract.submitter();
            if (owner != null) {
                people(paid, id).add(owner);
            }
        });
        List<ReviewCase> cases = reviews.ofAll(ids);
        Map<ReviewId, Set<String>> declared =
                recusals.of(cases.stream().map(ReviewCase::id).toList());
        for (ReviewCase review : cases) {
            people(paid, review.contract()).add(review.submitter());
            people(paid, review.contract()).addAll(review.owners());
            people(paid, review.contract()).addAll(review.accountTeam());
            people(recused, review.contract()).addAll(declared.getOrDefault(review.id(), Set.of()));
        }
        return new Interests(paid, recused);
    }

    private static Set<String> people(Map<ContractId, Set<String>> by, ContractId contract) {
        return by.computeIfAbsent(contract, id -> new HashSet<>());
    }
}
