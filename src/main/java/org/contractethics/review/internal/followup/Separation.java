package org.contractethics.review.internal.followup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
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
        List<String> objections = new ArrayList<>();
        if (roles.stream().noneMatch(actor::has)) {
            objections.add(
                    "This is for: " + roles.stream().map(Role::label).sorted().collect(Collectors.joining(", ")) + ".");
        }
        objections.addAll(general(contract, actor));
        return objections;
    }

    void demand(ContractId contract, Set<Role> roles, Actor actor) {
        refuse(objections(contract, roles, actor));
    }

    static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
    }

    private List<String> general(ContractId contract, Actor actor) {
        List<String> objections = new ArrayList<>();
        if (interested(contract).contains(actor.username())) {
            objections.add("You submitted this contract or are paid by it. Somebody else has to do this (H1).");
        }
        if (recused(contract).contains(actor.username())) {
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

    /** Account owner, submitters and everyone paid by the deal, in any review of the contract. */
    Set<String> interested(ContractId contract) {
        Set<String> interested = new HashSet<>();
        contracts.find(contract).map(Contract::submitter).ifPresent(interested::add);
        for (ReviewCase review : reviews.of(contract)) {
            interested.add(review.submitter());
            interested.addAll(review.accountTeam());
        }
        return interested;
    }

    private Set<String> recused(ContractId contract) {
        return reviews.of(contract).stream()
                .flatMap(review -> recusals.of(review.id()).stream())
                .collect(Collectors.toSet());
    }

    /** Who is offered none of the tasks. */
    Set<String> excluded(ContractId contract) {
        Set<String> excluded = interested(contract);
        excluded.addAll(recused(contract));
        return excluded;
    }
}
