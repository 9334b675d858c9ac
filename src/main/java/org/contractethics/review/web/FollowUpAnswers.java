package org.contractethics.review.web;

import java.net.URI;
import java.util.function.Supplier;
import org.contractethics.access.EntityTags;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.SignedContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What follows a signature as the API answers it, with the tag that a change has to name. */
@Component
class FollowUpAnswers {

    private final ContractRegister contracts;
    private final SignedContracts signed;
    private final EntityTags tags;

    FollowUpAnswers(ContractRegister contracts, SignedContracts signed, EntityTags tags) {
        this.contracts = contracts;
        this.signed = signed;
        this.tags = tags;
    }

    /** Refuses who may not read the facts of the contract, as if there were nothing. */
    void demandReadable(ContractId contract, Actor viewer, String missing) {
        if (!contracts.mayReadFacts(contracts.get(contract), viewer)) {
            throw Refused.notFound(missing);
        }
    }

    <T> ResponseEntity<T> tagged(T answer) {
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    <T> ResponseEntity<T> created(String path, T answer) {
        return ResponseEntity.created(URI.create(path)).eTag(tags.of(answer)).body(answer);
    }

    /** Refuses a change by who did not see it as it is; the contract is held until the end of the transaction. */
    void demandSeen(@Nullable String ifMatch, ContractId contract, Supplier<?> answer) {
        signed.lock(contract);
        tags.demand(ifMatch, answer.get());
    }
}
