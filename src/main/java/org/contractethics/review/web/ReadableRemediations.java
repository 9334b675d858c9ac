package org.contractethics.review.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.internal.followup.Remediations;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * The remediations that a person may read: those of contracts whose facts are for them, and those of which they own a measure.
 * One that began with a concern is not shown to whom the concern is withheld from (H13), whatever they own.
 */
@Component
class ReadableRemediations {

    private final Remediations remediations;
    private final ContractRegister contracts;
    private final ConcernKnowledge concerns;

    ReadableRemediations(Remediations remediations, ContractRegister contracts, ConcernKnowledge concerns) {
        this.remediations = remediations;
        this.contracts = contracts;
        this.concerns = concerns;
    }

    /** Of a contract whose facts the viewer may read. */
    List<Remediation> of(ContractId contract, Actor viewer) {
        Set<ConcernId> withheld = concerns.withheldFrom(viewer);
        return remediations.of(contract).stream()
                .filter(one -> one.concern().filter(withheld::contains).isEmpty())
                .toList();
    }

    Remediation get(UUID id, Actor viewer) {
        Remediation remediation = remediations.get(id);
        boolean withheld = remediation
                .concern()
                .filter(concerns.withheldFrom(viewer)::contains)
                .isPresent();
        boolean owner = remediation.measuresOf(viewer.username()).findAny().isPresent();
        if (withheld || (!owner && !contracts.mayReadFacts(contracts.get(remediation.contract()), viewer))) {
            throw Refused.notFound("There is no such remediation.");
        }
        return remediation;
    }
}
