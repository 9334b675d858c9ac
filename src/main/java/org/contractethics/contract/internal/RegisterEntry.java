package org.contractethics.contract.internal;

import java.time.Instant;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what only the register itself needs to know of it.
 *
 * @param awardYear year of the award as far as known
 * @param sourceAsOf date of the published record the facts come from; older records only fill gaps
 * @param importedBy who imported it, {@code system} at start
 */
public record RegisterEntry(
        Contract contract,
        @Nullable Integer awardYear,
        @Nullable Instant sourceAsOf,
        @Nullable String importedBy,
        Instant changedAt,
        String changedBy) {

    /** A contract that enters the register; its reference is given when it is stored. */
    static RegisterEntry registered(
            ContractId id, ContractDraft draft, String source, @Nullable String submitter, Instant now, String by) {
        Contract contract = new Contract(
                id,
                0,
                "",
                draft.title(),
                draft.description(),
                draft.awardingAgency(),
                draft.fundingAgency(),
                draft.supplier(),
                draft.supplierParent(),
                draft.resellers(),
                draft.endUsers(),
                draft.capabilities(),
                draft.dataKinds(),
                draft.countries(),
                draft.value(),
                draft.period(),
                draft.secrecy(),
                draft.identifiers(),
                source,
                submitter,
                ContractState.REGISTERED,
                null,
                null,
                now);
        return new RegisterEntry(contract, yearOf(draft), null, null, now, by);
    }

    /** An imported contract that nobody has taken yet. */
    public static RegisterEntry imported(
            ContractId id,
            ContractDraft draft,
            String source,
            @Nullable Integer awardYear,
            @Nullable Instant asOf,
            Instant now,
            String by) {
        RegisterEntry entry = registered(id, draft, source, null, now, by);
        Integer year = awardYear == null ? entry.awardYear() : awardYear;
        return new RegisterEntry(entry.contract(), year, asOf, by, now, by);
    }

    /** The same contract with other facts and the next version. */
    public RegisterEntry changed(
            ContractDraft draft, @Nullable Integer year, @Nullable Instant asOf, Instant now, String by) {
        Contract old = contract;
        Contract changed = new Contract(
                old.id(),
                old.version() + 1,
                old.reference(),
                draft.title(),
                draft.description(),
                draft.awardingAgency(),
                draft.fundingAgency(),
                draft.supplier(),
                draft.supplierParent(),
                draft.resellers(),
                draft.endUsers(),
                draft.capabilities(),
                draft.dataKinds(),
                draft.countries(),
                draft.value(),
                draft.period(),
                draft.secrecy(),
                draft.identifiers(),
                old.source(),
                old.submitter(),
                old.state(),
                old.tier(),
                old.outcome(),
                old.registeredAt());
        return new RegisterEntry(changed, year, asOf, importedBy, now, by);
    }

    RegisterEntry numbered(long number) {
        Contract old = contract;
        return new RegisterEntry(
                withReference(old, reference(number)), awardYear, sourceAsOf, importedBy, changedAt, changedBy);
    }

    /** Whether people have made the facts their own; then an import only adds award transactions and fills gaps. */
    public boolean keptByPeople() {
        return contract.submitter() != null || "FORM".equals(contract.source()) || "API".equals(contract.source());
    }

    public boolean secret() {
        return contract.secrecy() != Secrecy.NONE;
    }

    static String reference(long number) {
        String digits = Long.toString(number);
        return "C-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    static @Nullable Integer yearOf(ContractDraft draft) {
        return draft.period().start() == null ? null : draft.period().start().getYear();
    }

    private static Contract withReference(Contract old, String reference) {
        return new Contract(
                old.id(),
                old.version(),
                reference,
                old.title(),
                old.description(),
                old.awardingAgency(),
                old.fundingAgency(),
                old.supplier(),
                old.supplierParent(),
                old.resellers(),
                old.endUsers(),
                old.capabilities(),
                old.dataKinds(),
                old.countries(),
                old.value(),
                old.period(),
                old.secrecy(),
                old.identifiers(),
                old.source(),
                old.submitter(),
                old.state(),
                old.tier(),
                old.outcome(),
                old.registeredAt());
    }
}
