package org.contractethics.contract.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.jspecify.annotations.Nullable;

/** The facts of a contract as somebody states them, before the register has judged them. */
public record ContractDraft(
        String title,
        String description,
        Agency awardingAgency,
        @Nullable Agency fundingAgency,
        String supplier,
        @Nullable String supplierParent,
        List<String> resellers,
        List<String> endUsers,
        Set<String> capabilities,
        Set<String> dataKinds,
        Set<String> countries,
        ContractValue value,
        Period period,
        Secrecy secrecy,
        Identifiers identifiers) {

    /** What stands for the supplier of a contract that is still out to tender. */
    public static final String NOT_AWARDED = "Not awarded yet";

    public ContractDraft {
        resellers = distinct(resellers);
        endUsers = distinct(endUsers);
        capabilities = sorted(capabilities);
        dataKinds = sorted(dataKinds);
        countries = sorted(countries);
    }

    /** The facts a contract holds now. */
    public static ContractDraft of(Contract contract) {
        return new ContractDraft(
                contract.title(),
                contract.description(),
                contract.awardingAgency(),
                contract.fundingAgency(),
                contract.supplier(),
                contract.supplierParent(),
                contract.resellers(),
                contract.endUsers(),
                contract.capabilities(),
                contract.dataKinds(),
                contract.countries(),
                contract.value(),
                contract.period(),
                contract.secrecy(),
                contract.identifiers());
    }

    private static List<String> distinct(Collection<String> texts) {
        return List.copyOf(new LinkedHashSet<>(texts));
    }

    private static Set<String> sorted(Collection<String> codes) {
        return Collections.unmodifiableSet(new TreeSet<>(codes));
    }
}
