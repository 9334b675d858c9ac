package org.contractethics.contract.internal.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.Contract.ContractValue;
import org.contractethics.contract.Contract.Identifiers;
import org.contractethics.contract.Contract.Period;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.Contracts.PiidKey;
import org.contractethics.contract.internal.Countries;
import org.jspecify.annotations.Nullable;

/** What a file states of a contract. Null and empty mean that it says nothing, never that there is nothing. */
final class Facts {

    @Nullable
    String title;

    @Nullable
    String description;

    @Nullable
    Agency agency;

    @Nullable
    Agency funding;

    @Nullable
    String supplier;

    @Nullable
    String supplierParent;

    List<String> resellers = List.of();
    List<String> endUsers = List.of();
    Set<String> capabilities = Set.of();
    Set<String> dataKinds = Set.of();
    Set<String> countries = Set.of();

    @Nullable
    Long obligated;

    @Nullable
    Long ceiling;

    @Nullable
    String currency;

    @Nullable
    LocalDate start;

    @Nullable
    LocalDate end;

    @Nullable
    Secrecy secrecy;

    Identifiers identifiers = new Identifiers(null, null, null);

    @Nullable
    Integer awardYear;

    @Nullable
    Instant asOf;

    /** The number of the agency that these facts tell; empty where a part of it is missing. */
    Optional<PiidKey> piidKey() {
        String piid = identifiers.piid();
        String parent = identifiers.parentPiid();
        return agency == null || piid == null
                ? Optional.empty()
                : Optional.of(new PiidKey(agency.name(), piid, parent == null ? "" : parent));
    }

    /** The draft with every fact stated here put in place of its own. */
    ContractDraft over(ContractDraft draft) {
        return new ContractDraft(
                or(title, draft.title()),
                or(description, draft.description()),
                agency == null ? draft.awardingAgency() : agency,
                funding == null ? draft.fundingAgency() : funding,
                or(supplier, draft.supplier()),
                supplierParent == null ? draft.supplierParent() : supplierParent,
                or(resellers, draft.resellers()),
                or(endUsers, draft.endUsers()),
                or(capabilities, draft.capabilities()),
                or(dataKinds, draft.dataKinds()),
                or(countries, draft.countries()),
                value(draft.value()),
                new Period(
                        start == null ? draft.period().start() : start,
                        end == null ? draft.period().end() : end),
                secrecy == null ? draft.secrecy() : secrecy,
                identifiersOver(draft.identifiers()));
    }

    /** The draft with facts stated here only where it has none. */
    ContractDraft under(ContractDraft draft) {
        ContractDraft own = over(blank());
        return new ContractDraft(
                draft.title(),
                draft.description().isEmpty() ? own.description() : draft.description(),
                agencyUnder(draft.awardingAgency()),
                draft.fundingAgency() == null ? own.fundingAgency() : draft.fundingAgency(),
                draft.supplier().equals(ContractDraft.NOT_AWARDED) ? own.supplier() : draft.supplier(),
                draft.supplierParent() == null ? own.supplierParent() : draft.supplierParent(),
                or(draft.resellers(), own.resellers()),
                or(draft.endUsers(), own.endUsers()),
                or(draft.capabilities(), own.capabilities()),
                or(draft.dataKinds(), own.dataKinds()),
                or(draft.countries(), own.countries()),
                valueUnder(draft.value()),
                new Period(
                        draft.period().start() == null ? start : draft.period().start(),
                        draft.period().end() == null ? end : draft.period().end()),
                draft.secrecy(),
                identifiersUnder(draft.identifiers()));
    }

    /** A draft that states nothing; what no file states stays visibly unknown. */
    static ContractDraft blank() {
        return new ContractDraft(
                "",
                "",
                new Agency("", null, AgencyType.UNKNOWN, Countries.UNKNOWN),
                null,
                ContractDraft.NOT_AWARDED,
                null,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                new ContractValue(null, null, "USD"),
                new Period(null, null),
                Secrecy.NONE,
                new Identifiers(null, null, null));
    }

    ContractValue value(ContractValue value) {
        if (currency == null) {
            return value;
        }
        boolean silent = obligated == null && ceiling == null;
        if (silent && (value.obligatedMinor() != null || value.ceilingMinor() != null)) {
            return value;
        }
        // amounts of another currency never stand beside each other
        boolean same = currency.equals(value.currency());
        return new ContractValue(
                obligated == null && same ? value.obligatedMinor() : obligated,
                ceiling == null && same ? value.ceilingMinor() : ceiling,
                currency);
    }

    private ContractValue valueUnder(ContractValue value) {
        boolean nothing = value.obligatedMinor() == null && value.ceilingMinor() == null;
        if (nothing || !value.currency().equals(currency)) {
            return nothing ? value(value) : value;
        }
        return new ContractValue(
                value.obligatedMinor() == null ? obligated : value.obligatedMinor(),
                value.ceilingMinor() == null ? ceiling : value.ceilingMinor(),
                value.currency());
    }

    private Agency agencyUnder(Agency known) {
        return agency == null
                ? known
                : new Agency(
                        known.name(),
                        known.parent() == null ? agency.parent() : known.parent(),
                        known.type() == AgencyType.UNKNOWN ? agency.type() : known.type(),
                        known.country().equals(Countries.UNKNOWN) ? agency.country() : known.country());
    }

    private Identifiers identifiersOver(Identifiers known) {
        return new Identifiers(
                identifiers.piid() == null ? known.piid() : identifiers.piid(),
                identifiers.parentPiid() == null ? known.parentPiid() : identifiers.parentPiid(),
                identifiers.ocid() == null ? known.ocid() : identifiers.ocid());
    }

    private Identifiers identifiersUnder(Identifiers known) {
        return new Identifiers(
                known.piid() == null ? identifiers.piid() : known.piid(),
                known.parentPiid() == null ? identifiers.parentPiid() : known.parentPiid(),
                known.ocid() == null ? identifiers.ocid() : known.ocid());
    }

    private static String or(@Nullable String first, String second) {
        return first == null || first.isEmpty() ? second : first;
    }

    private static <C extends Collection<String>> C or(C first, C second) {
        return first.isEmpty() ? second : first;
    }
}
