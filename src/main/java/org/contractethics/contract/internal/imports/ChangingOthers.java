package org.contractethics.contract.internal.imports;

import java.util.EnumSet;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.contract.ConflictsInReview;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * S6: what a file that somebody uploads may change of contracts that people reviewed. Anybody can write a file that looks published, and
 * what it changes lets approvals lapse and stands in every figure; so the account owner brings it, or somebody who works on facts and has
 * no part in the sale. What is fetched by the application itself counts as published.
 */
@Component
class ChangingOthers {

    static final Role[] WORK_ON_FACTS = {Role.TRIAGE_OFFICER, Role.LEGAL_REVIEWER};

    /** Of these no review has said anything that holds: there is nothing yet that a file could undo. */
    private static final Set<ContractState> OPEN_TO_ANY_FILE =
            EnumSet.of(ContractState.REGISTERED, ContractState.REJECTED, ContractState.STOPPED);

    private final PeopleDirectory people;
    private final ConflictsInReview reviews;

    ChangingOthers(PeopleDirectory people, ConflictsInReview reviews) {
        this.people = people;
        this.reviews = reviews;
    }

    /** Whether what this file says of the contract is held back. */
    boolean heldBack(ImportJob job, Contract contract) {
        String uploader = job.uploadedBy();
        return !OPEN_TO_ANY_FILE.contains(contract.state())
                && !uploader.equals(Actor.SYSTEM.username())
                && !uploader.equals(contract.submitter())
                && !worksOnFacts(uploader, contract);
    }

    private boolean worksOnFacts(String uploader, Contract contract) {
        try {
            return people.find(uploader)
                    .map(person -> new Actor(
                            uploader,
                            person.displayName(),
                            people.rolesNow(uploader).orElse(person.roles())))
                    .filter(actor -> actor.hasAny(WORK_ON_FACTS))
                    .filter(actor ->
                            reviews.againstDeciding(contract.id(), actor).isEmpty())
                    .isPresent();
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }
}
