package org.contractethics.concern.internal;

import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.RegisterNames;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;

/** The contract or agency a concern is about, as far as its filer may know of it. */
@Service
public class ChoosingContract {

    private final ContractRegister register;
    private final RegisterNames names;
    private final RegisteredAgencies agencies;

    ChoosingContract(ContractRegister register, RegisterNames names, RegisteredAgencies agencies) {
        this.register = register;
        this.names = names;
        this.agencies = agencies;
    }

    /** @param words reference, with title and agency where the viewer may know them */
    public record Chosen(ContractId id, String words) {}

    /** Refuses with 404 what is not there; for people outside the company nothing is. */
    public Chosen forFiling(ContractId contract, Actor filer) {
        return find(contract, filer)
                .filter(found -> filer.has(Role.EMPLOYEE))
                .orElseThrow(() -> Refused.notFound(
                        "There is no such contract in the register. File the concern without one and describe it."));
    }

    /** The name of the agency as the register writes it; empty where the filer may know of none of this name. */
    Optional<String> agencyForFiling(String typed, Actor filer) {
        return agencies.find(typed, filer);
    }

    /** Empty where there is no such contract. */
    public Optional<Chosen> find(ContractId contract, Actor viewer) {
        return register.find(contract).map(found -> new Chosen(found.id(), names.inWords(found.id(), viewer)));
    }
}
