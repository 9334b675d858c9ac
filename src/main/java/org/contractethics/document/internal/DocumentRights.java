package org.contractethics.document.internal;

import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may read the documents of a contract, and who may add some. */
@Component
public class DocumentRights {

    private static final Set<ContractState> UNDER_REVIEW = Set.of(ContractState.IN_REVIEW, ContractState.RETURNED);

    private final ContractRegister register;

    DocumentRights(ContractRegister register) {
        this.register = register;
    }

    public boolean mayRead(ContractId contract, Actor viewer) {
        return register.find(contract).map(found -> mayRead(found, viewer)).orElse(false);
    }

    boolean mayRead(Contract contract, Actor viewer) {
        return register.mayReadFacts(contract, viewer);
    }

    /** The contract; whoever may not read its documents is told that there is none, like of one that does not exist. */
    public Contract readable(ContractId contract, Actor viewer) {
        return register.find(contract)
                .filter(found -> register.mayReadFacts(found, viewer))
                .orElseThrow(() -> Refused.notFound("There is no such document, or you may not know of it."));
    }

    /** Whether the actor may add a document: the account owner, or a legal reviewer while the contract is under review. */
    public boolean mayAdd(Contract contract, Actor actor) {
        boolean annexes = actor.has(Role.LEGAL_REVIEWER) && UNDER_REVIEW.contains(contract.state());
        return isOpen(contract) && (isOwner(contract, actor) || annexes);
    }

    /** Whether the actor may replace a document by a new version: the account owner only. */
    public boolean mayReplace(Contract contract, Actor actor) {
        return isOpen(contract) && isOwner(contract, actor);
    }

    void requireAdding(Contract contract, Actor actor, boolean replaces) {
        if (!isOwner(contract, actor) && !actor.has(Role.LEGAL_REVIEWER)) {
            throw Refused.notAllowed(
                    "Only the account owner of this contract, or a legal reviewer while it is under review,"
                            + " can add documents.");
        }
        if (!isOpen(contract)) {
            throw Refused.conflict(
                    "The contract is " + words(contract.state()) + "; its documents can no longer be changed.");
        }
        if (replaces && !mayReplace(contract, actor)) {
            throw Refused.notAllowed(
                    "Only the account owner can upload a new version. You can add a document of its own.");
        }
        if (!mayAdd(contract, actor)) {
            throw Refused.conflict("Legal reviewers can add documents only while the contract is under review.");
        }
    }

    private static String words(ContractState state) {
        return state.signed() ? "signed" : "stopped on legal grounds";
    }

    private static boolean isOpen(Contract contract) {
        return !contract.state().signed() && contract.state() != ContractState.STOPPED;
    }

    private static boolean isOwner(Contract contract, Actor actor) {
        return actor.has(Role.SUBMITTER) && actor.username().equals(contract.submitter());
    }
}
