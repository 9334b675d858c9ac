package org.contractethics.record.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.contractethics.access.AddressFilters;
import org.contractethics.record.trail.AccessFilter;
import org.contractethics.record.trail.AccessKind;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the access trail, as they stand in the address.
 *
 * @param actor account name
 * @param subject id of what was shown
 * @param from first day, ISO
 * @param to last day, ISO
 */
record AccessForm(
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String contract,
        @Nullable String from,
        @Nullable String to) {

    private static final int LONGEST = 100;

    AccessForm {
        actor = AddressFilters.tidy(actor, LONGEST);
        kind = AddressFilters.tidy(kind, LONGEST);
        subject = AddressFilters.tidy(subject, LONGEST);
        contract = AddressFilters.tidy(contract, LONGEST);
        from = AddressFilters.tidy(from, LONGEST);
        to = AddressFilters.tidy(to, LONGEST);
    }

    /** What of it cannot be understood; empty where all is well. */
    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (kind != null && accessKind() == null) {
            problems.add(new FormProblem("kind", "Kind: choose one of the list."));
        }
        if (contract != null && contractId() == null) {
            problems.add(new FormProblem("contract", "Contract id: give the id as in the address of its page."));
        }
        if (from != null) {
            AddressFilters.dayProblem("from", "From", from).ifPresent(problems::add);
        }
        if (to != null) {
            AddressFilters.dayProblem("to", "To", to).ifPresent(problems::add);
        }
        return problems;
    }

    /** Parts that cannot be understood do not narrow; callers check {@link #problems()} first. */
    AccessFilter filter(Set<ConcernId> withheld) {
        return new AccessFilter(
                actor, accessKind(), subject, contractId(), AddressFilters.day(from), AddressFilters.day(to), withheld);
    }

    /** The filters set, by name; goes into links and into the record of an export. */
    Map<String, String> asMap() {
        Map<String, String> set = new TreeMap<>();
        AddressFilters.put(set, "actor", actor);
        AddressFilters.put(set, "kind", kind);
        AddressFilters.put(set, "subject", subject);
        AddressFilters.put(set, "contract", contract);
        AddressFilters.put(set, "from", from);
        AddressFilters.put(set, "to", to);
        return set;
    }

    String link(String path) {
        return AddressFilters.link(path, asMap());
    }

    private @Nullable AccessKind accessKind() {
        return Arrays.stream(AccessKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private @Nullable UUID contractId() {
        try {
            return contract == null ? null : UUID.fromString(contract);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
