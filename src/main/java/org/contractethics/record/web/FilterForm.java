package org.contractethics.record.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.access.AddressFilters;
import org.contractethics.record.EntryFilter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of entries, as they stand in the address.
 *
 * @param text part of the kind
 * @param from first day, ISO
 * @param to last day, ISO
 */
record FilterForm(
        @Nullable String kind,
        @Nullable String text,
        @Nullable String contract,
        @Nullable String actor,
        @Nullable String from,
        @Nullable String to) {

    private static final int LONGEST = 100;

    FilterForm {
        kind = AddressFilters.tidy(kind, LONGEST);
        text = AddressFilters.tidy(text, LONGEST);
        contract = AddressFilters.tidy(contract, LONGEST);
        actor = AddressFilters.tidy(actor, LONGEST);
        from = AddressFilters.tidy(from, LONGEST);
        to = AddressFilters.tidy(to, LONGEST);
    }

    /** What of it cannot be understood; empty where all is well. */
    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (contract != null && contractId() == null) {
            problems.add(new FormProblem("contract", "Contract: give the id as in the address of its page."));
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
    EntryFilter filter() {
        LocalDate last = AddressFilters.day(to);
        return new EntryFilter(
                kind,
                text,
                contractId(),
                actor,
                startOf(AddressFilters.day(from)),
                startOf(last == null ? null : last.plusDays(1)));
    }

    boolean narrows() {
        return !asMap().isEmpty();
    }

    /** The filters set, by name; goes into links and into the record of an export. */
    Map<String, String> asMap() {
        Map<String, String> set = new TreeMap<>();
        AddressFilters.put(set, "kind", kind);
        AddressFilters.put(set, "text", text);
        AddressFilters.put(set, "contract", contract);
        AddressFilters.put(set, "actor", actor);
        AddressFilters.put(set, "from", from);
        AddressFilters.put(set, "to", to);
        return set;
    }

    /** The path with these filters and, where given, one parameter more. */
    String link(String path, @Nullable String parameter, Object value) {
        Map<String, String> all = new LinkedHashMap<>(asMap());
        if (parameter != null) {
            all.put(parameter, String.valueOf(value));
        }
        return AddressFilters.link(path, all);
    }

    private @Nullable ContractId contractId() {
        try {
            return contract == null ? null : ContractId.valueOf(contract);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
