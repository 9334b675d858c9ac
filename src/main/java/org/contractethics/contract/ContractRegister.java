package org.contractethics.contract;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** The register of government contracts, as the other modules see it. */
public interface ContractRegister {

    Optional<Contract> find(ContractId id);

    /** Those of the given contracts that exist, by id; one query however many are asked for. */
    Map<ContractId, Contract> findAll(Collection<ContractId> ids);

    /** Like {@link #find}, but a missing contract is refused with 404. */
    Contract get(ContractId id);

    /** Whether the viewer may know the facts of this contract beyond its line in the register. */
    boolean mayReadFacts(Contract contract, Actor viewer);

    /**
     * Makes somebody in sales the account owner of an imported contract that has none: themselves, or whoever calls the contract in for
     * review does. Refuses with 409 where somebody else is, and of a secret contract whoever did not import it.
     *
     * @return the contract with its submitter
     */
    Contract entrust(ContractId id, Actor owner, Actor by);

    /**
     * Keeps the register's line true while a review moves on. Only {@code review} calls it, in its own transaction; the
     * move to {@link ContractState#SIGNED} is refused by the database without a valid decision (H7).
     */
    void reviewProgressed(ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome);

    /** State, tier or outcome of the contract are others than before; told in the transaction that changed them, whatever the reason was. */
    record LineChanged(ContractId contract) {}
}
