package org.contractethics.contract.internal;

import java.util.List;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A contract as one person sees it in the register. What this person may not know is null, so no page can show it by
 * mistake.
 *
 * @param title null where withheld
 * @param agency null where only the class of the agency may be known
 * @param capabilities labels of the catalogue; null where withheld
 * @param taken whether the contract has an account owner
 */
public record RegisterLine(
        ContractId id,
        String reference,
        @Nullable String title,
        @Nullable String agency,
        AgencyType agencyType,
        String country,
        @Nullable String supplier,
        @Nullable List<String> capabilities,
        @Nullable ContractValue value,
        @Nullable Period period,
        Secrecy secrecy,
        ContractState state,
        @Nullable String tier,
        @Nullable String outcome,
        boolean taken) {

    static RegisterLine open(Contract contract) {
        return line(
                contract,
                contract.title(),
                contract.awardingAgency().name(),
                contract.supplier(),
                Catalogue.capabilities().labels(contract.capabilities()),
                contract.value(),
                contract.period());
    }

    static RegisterLine confidential(Contract contract) {
        return line(
                contract,
                null,
                contract.awardingAgency().name(),
                null,
                Catalogue.capabilities().labels(contract.capabilities()),
                null,
                null);
    }

    static RegisterLine secret(Contract contract) {
        return line(contract, null, null, null, null, null, null);
    }

    private static RegisterLine line(
            Contract contract,
            @Nullable String title,
            @Nullable String agency,
            @Nullable String supplier,
            @Nullable List<String> capabilities,
            @Nullable ContractValue value,
            @Nullable Period period) {
        return new RegisterLine(
                contract.id(),
                contract.reference(),
                title,
                agency,
                contract.awardingAgency().type(),
                contract.awardingAgency().country(),
                supplier,
                capabilities,
                value,
                period,
                contract.secrecy(),
                contract.state(),
                contract.tier(),
                contract.outcome(),
                contract.submitter() != null);
    }

    /** The words that name the contract for this person. */
    public String name() {
        if (title != null) {
            return title;
        }
        return agency == null ? "Contract under secrecy terms" : "Contract under confidential terms";
    }

    /** The agency, or its class where the agency itself is withheld. */
    public String agencyShown() {
        return agency == null ? agencyType.label() : agency;
    }

    public String countryShown() {
        return Countries.label(country);
    }

    /** The committed amount with its currency; empty where unknown or withheld. */
    public String obligatedShown() {
        return value == null || value.obligatedMinor() == null
                ? ""
                : Money.shown(value.obligatedMinor(), value.currency());
    }
}
