package org.contractethics.screening.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.screening.internal.lists.EntryKind;
import org.contractethics.screening.internal.matching.Subject;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A named party of a contract.
 *
 * @param countries ISO 3166 alpha-2, only where the register says of where the party itself is
 */
record Party(PartyRole role, String name, EntryKind kind, Set<String> countries) {

    Party {
        countries = Set.copyOf(countries);
    }

    /** Changes with anything that is screened of the party, and with its part in the contract. */
    String hash() {
        return Sha256.hex(String.join(
                "\n",
                role.name(),
                kind.name(),
                String.join(",", countries.stream().sorted().toList()),
                name));
    }

    Subject subject() {
        return new Subject(name, kind, countries, Set.of(), Set.of());
    }

    /** Everybody whom the register names, each once in each of its parts. */
    static List<Party> of(Contract contract) {
        Set<Party> parties = new LinkedHashSet<>();
        agency(parties, PartyRole.AWARDING_AGENCY, PartyRole.AWARDING_PARENT, contract.awardingAgency());
        agency(parties, PartyRole.FUNDING_AGENCY, PartyRole.FUNDING_PARENT, contract.fundingAgency());
        named(parties, PartyRole.SUPPLIER, contract.supplier());
        named(parties, PartyRole.SUPPLIER_GROUP, contract.supplierParent());
        contract.resellers().forEach(name -> named(parties, PartyRole.RESELLER, name));
        contract.endUsers().forEach(name -> named(parties, PartyRole.END_USER, name));
        return new ArrayList<>(parties);
    }

    private static void agency(Set<Party> parties, PartyRole role, PartyRole parent, @Nullable Agency agency) {
        if (agency == null) {
            return;
        }
        parties.add(new Party(role, agency.name(), EntryKind.BODY, Set.of(agency.country())));
        String above = agency.parent();
        if (above != null && !above.isBlank()) {
            parties.add(new Party(parent, above, EntryKind.BODY, Set.of(agency.country())));
        }
    }

    /** A supplier or an end user may be a person, and the register does not say where they are. */
    private static void named(Set<Party> parties, PartyRole role, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            parties.add(new Party(role, name, EntryKind.UNKNOWN, Set.of()));
        }
    }
}
