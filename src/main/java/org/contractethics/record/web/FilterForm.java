package org.contractethics.record.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.record.EntryFilter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
        kind = tidy(kind);
        text = tidy(text);
        contract = tidy(contract);
        actor = tidy(actor);
        from = tidy(from);
        to = tidy(to);
    }

    /** What of it cannot be understood; empty where all is well. */
    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (contract != null && contractId() == null) {
            problems.add(new FormProblem("contract", "Contract: give the id as in the address of its page."));
        }
        if (from != null && day(from) == null) {
            problems.add(new FormProblem("from", "From: give a date like 2026-11-24."));
        }
        if (to != null && day(to) == null) {
            problems.add(new FormProblem("to", "To: give a date like 2026-11-24."));
        }
        return problems;
    }

    /** Parts that cannot be understood do not narrow; callers check {@link #problems()} first. */
    EntryFilter filter() {
        LocalDate last = day(to);
        return new EntryFilter(
                kind, text, contractId(), actor, startOf(day(from)), startOf(last == null ? null : last.plusDays(1)));
    }

    boolean narrows() {
        return !asMap().isEmpty();
    }

    /** The filters set, by name; goes into links and into the record of an export. */
    Map<String, String> asMap() {
        Map<String, String> set = new TreeMap<>();
        put(set, "kind", kind);
        put(set, "text", text);
        put(set, "contract", contract);
        put(set, "actor", actor);
        put(set, "from", from);
        put(set, "to", to);
        return set;
    }

    /** The path with these filters and, where given, one parameter more. */
    String link(String path, @Nullable String parameter, Object value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        asMap().forEach((name, set) -> link.queryParam(name, "{" + name + "}"));
        if (parameter != null) {
            link.queryParam(parameter, value);
        }
        return link.encode().buildAndExpand(asMap()).toUriString();
    }

    private @Nullable ContractId contractId() {
        try {
            return contract == null ? null : ContractId.valueOf(contract);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void put(Map<String, String> set, String name, @Nullable String value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }
}
