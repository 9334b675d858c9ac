package org.contractethics.concern.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** A register with a single contract of one owner. */
record OneContract(ContractId id, String owner) implements ContractRegister {

    @Override
    public Optional<Contract> find(ContractId wanted) {
        return wanted.equals(id) ? Optional.of(contract()) : Optional.empty();
    }

    @Override
    public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
        return ids.contains(id) ? Map.of(id, contract()) : Map.of();
    }

    @Override
    public Contract get(ContractId wanted) {
        return find(wanted).orElseThrow();
    }

    @Override
    public boolean mayReadFacts(Contract contract, Actor viewer) {
        return true;
    }

    @Override
    public Contract entrust(ContractId wanted, Actor owner, Actor by) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void reviewProgressed(
            ContractId wanted, ContractState state, @Nullable String tier, @Nullable String outcome) {
        throw new UnsupportedOperationException("not needed here");
    }

    private Contract contract() {
        return new Contract(
                id,
                1,
                "C-000001",
                "Title",
                "",
                new Contract.Agency("Agency", null, AgencyType.BORDER, "US"),
                null,
                "Supplier",
                null,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                new Contract.ContractValue(null, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null),
                "FORM",
                owner,
                ContractState.REGISTERED,
                null,
                null,
                Instant.EPOCH);
    }
}
