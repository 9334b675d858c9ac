package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.screening.Screenings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** Contracts that were never screened: nothing is known of their parties. */
public class NoScreenings implements Screenings {

    @Override
    public ContractScreening of(ContractId contract) {
        return new ContractScreening(null, List.of(), List.of());
    }

    @Override
    public Optional<AgencyScreening> ofAgency(ContractId contract, Actor viewer) {
        return Optional.of(new AgencyScreening(null, List.of()));
    }
}
