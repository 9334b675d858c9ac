package org.contractethics.concern.internal;

import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.RegisterNames;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Service;

/** The contract a concern is about, as far as its filer may know of it. */
@Service
public class ChoosingContract {

    private final ContractRegister register;
    private final RegisterNames names;

    ChoosingContract(ContractRegister register, RegisterNames names) {
        this.register = register;
        this.names = names;
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

    /** Empty where there is no such contract. */
    public Optional<Chosen> find(ContractId contract, Actor viewer) {
        return register.find(contract).map(found -> new Chosen(found.id(), names.inWords(found.id(), viewer)));
    }
}
