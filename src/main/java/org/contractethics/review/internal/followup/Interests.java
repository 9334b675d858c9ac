package org.contractethics.review.internal.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;

/**
 * Who may have no part in what follows the signature of some contracts, as it was when read.
 *
 * @param paid account owner, submitters and everyone paid by the contract, in any review of the contract (H1)
 * @param recused who declared a conflict of interest in any of them (H2)
 */
record Interests(Map<ContractId, Set<String>> paid, Map<ContractId, Set<String>> recused) {

    /** Whole sentences; empty means that nothing general stands against it. */
    List<String> objections(ContractId contract, Set<Role> roles, Actor actor) {
        List<String> objections = new ArrayList<>();
        if (roles.stream().noneMatch(actor::has)) {
            objections.add(
                    "This is for: " + roles.stream().map(Role::label).sorted().collect(Collectors.joining(", ")) + ".");
        }
        objections.addAll(conflicts(contract, actor));
        return objections;
    }

    /** The same whatever the roles are. */
    List<String> conflicts(ContractId contract, Actor actor) {
        List<String> objections = new ArrayList<>();
        if (of(paid, contract).contains(actor.username())) {
            objections.add("You submitted this contract or are paid by it. Somebody else has to do this (H1).");
        }
        if (of(recused, contract).contains(actor.username())) {
            objections.add("You declared a conflict of interest in a review of this contract (H2).");
        }
        objections.addAll(observer(actor));
        return objections;
    }

    /** Auditors read all and write nothing; leadership can only appeal (H6). */
    static List<String> observer(Actor actor) {
        List<String> objections = new ArrayList<>();
        if (actor.has(Role.AUDITOR)) {
            objections.add("Auditors read everything and write nothing.");
        }
        if (actor.has(Role.LEADERSHIP)) {
            objections.add("Leadership takes no part in a review or in what follows it (H6).");
        }
        return objections;
    }

    static Set<String> of(Map<ContractId, Set<String>> people, ContractId contract) {
        return people.getOrDefault(contract, Set.of());
    }
}
