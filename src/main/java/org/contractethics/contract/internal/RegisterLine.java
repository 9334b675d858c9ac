package org.contractethics.contract.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A contract as one person sees it in the register. What this person may not know is null, so no page can show it by
 * mistake.
 *
 * @param title null where withheld
 * @param agency null where only the class of the agency may be known
 * @param capabilities labels of the catalogue
 * @param taken whether the contract has an account owner
 * @param redacted what is withheld for a time, with the last day of it (H18)
 */
public record RegisterLine(
        ContractId id,
        String reference,
        @Nullable String title,
        @Nullable String agency,
        AgencyType agencyType,
        String country,
        @Nullable String supplier,
        List<String> capabilities,
        @Nullable ContractValue value,
        @Nullable Period period,
        Secrecy secrecy,
        ContractState state,
        @Nullable String tier,
        @Nullable String outcome,
        boolean taken,
        Map<RedactedField, LocalDate> redacted) {

    static RegisterLine open(Contract contract, Catalogue capabilities) {
        return new RegisterLine(
                contract.id(),
                contract.reference(),
                contract.title(),
                contract.awardingAgency().name(),
                contract.awardingAgency().type(),
                contract.awardingAgency().country(),
                contract.supplier(),
                capabilities.labels(contract.capabilities()),
                contract.value(),
                contract.period(),
                contract.secrecy(),
                contract.state(),
                contract.tier(),
                contract.outcome(),
                contract.submitter() != null,
                Map.of());
    }

    /** The same line without what is redacted. */
    RegisterLine without(Map<RedactedField, LocalDate> fields) {
        return new RegisterLine(
                id,
                reference,
                fields.containsKey(RedactedField.TITLE) ? null : title,
                fields.containsKey(RedactedField.AGENCY) ? null : agency,
                agencyType,
                country,
                fields.containsKey(RedactedField.SUPPLIER) ? null : supplier,
                capabilities,
                fields.containsKey(RedactedField.VALUE) ? null : value,
                fields.containsKey(RedactedField.PERIOD) ? null : period,
                secrecy,
                state,
                tier,
                outcome,
                taken,
                Collections.unmodifiableMap(new TreeMap<>(fields)));
    }

    /** For example "title, amount"; empty where nothing is redacted. */
    public String redactedInWords() {
        return redacted.keySet().stream().map(RedactedField::word).collect(Collectors.joining(", "));
    }

    /** The last day of the longest redaction; null where nothing is redacted. */
    public @Nullable LocalDate redactedUntil() {
        return redacted.values().stream().max(LocalDate::compareTo).orElse(null);
    }

    /** The words that name the contract for this person. */
    public String name() {
        if (title != null) {
            return title;
        }
        return switch (secrecy) {
            case NONE -> "Contract with a redacted title";
            case CONFIDENTIAL_TERMS -> "Contract under confidential terms";
            case EXISTENCE_SECRET, CLASSIFIED -> "Contract under secrecy terms";
        };
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
