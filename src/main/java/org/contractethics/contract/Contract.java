package org.contractethics.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A government contract as the register holds it: the facts, and where its review stands.
 *
 * @param version counts the changes of the facts; a form that carries an older one is refused with 409
 * @param reference the number people use, for example {@code C-000123}; never reused
 * @param supplier who signed as contractor; our company, or the reseller between us and the agency
 * @param supplierParent the group the supplier belongs to, where known
 * @param resellers every company between the supplier and our company, nearest to the agency first
 * @param endUsers offices and persons who will use what is delivered, as far as known
 * @param capabilities codes of the capability catalogue (policy); empty means not yet stated, which is an information gap
 * @param dataKinds kinds of data processed, free terms of the form's list
 * @param countries ISO 3166-1 alpha-2 codes of where it is used
 * @param submitter account name of the account owner; null for contracts that came by import and were not yet taken
 * @param tier review tier T1 to T4 as last confirmed
 * @param outcome outcome of the last decision, for example {@code APPROVED}
 */
public record Contract(
        ContractId id,
        int version,
        String reference,
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
        Identifiers identifiers,
        String source,
        @Nullable String submitter,
        ContractState state,
        @Nullable String tier,
        @Nullable String outcome,
        Instant registeredAt) {

    /**
     * @param name full name, for example "U.S. Immigration and Customs Enforcement"
     * @param parent the department above it, where known
     * @param type class of the agency, as decision table 2.3 knows it
     * @param country ISO 3166-1 alpha-2 code
     */
    public record Agency(String name, @Nullable String parent, AgencyType type, String country) {}

    /**
     * @param obligatedMinor money committed so far, in minor units of the currency (cents); null where unknown
     * @param ceilingMinor the most it may grow to with all options, in minor units; null where unknown
     * @param currency ISO 4217 code
     */
    public record ContractValue(@Nullable Long obligatedMinor, @Nullable Long ceilingMinor, String currency) {}

    /** First and last day of performance; null where unknown. */
    public record Period(@Nullable LocalDate start, @Nullable LocalDate end) {

        /** Whether it began and, where its end is known, has not ended; both days count. */
        public boolean holds(LocalDate day) {
            return start != null && !start.isAfter(day) && (end == null || !end.isBefore(day));
        }
    }

    /**
     * @param piid Procurement Instrument Identifier (US federal awards); null where there is none
     * @param parentPiid PIID of the framework (IDV) it was ordered under; null where none
     * @param ocid Open Contracting id; null where there is none
     */
    public record Identifiers(@Nullable String piid, @Nullable String parentPiid, @Nullable String ocid) {}

    /** What may be said about the contract. Everything but {@link #NONE} sets tier T3 at least (H15). */
    public enum Secrecy {
        NONE,
        CONFIDENTIAL_TERMS,
        EXISTENCE_SECRET,
        CLASSIFIED
    }
}
