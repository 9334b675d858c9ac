package org.contractethics.record.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.contractethics.record.trail.AccessFilter;
import org.contractethics.record.trail.AccessKind;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
        actor = tidy(actor);
        kind = tidy(kind);
        subject = tidy(subject);
        contract = tidy(contract);
        from = tidy(from);
        to = tidy(to);
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
        if (from != null && day(from) == null) {
            problems.add(new FormProblem("from", "From: give a date like 2026-11-24."));
        }
        if (to != null && day(to) == null) {
            problems.add(new FormProblem("to", "To: give a date like 2026-11-24."));
        }
        return problems;
    }

    /** Parts that cannot be understood do not narrow; callers check {@link #problems()} first. */
    AccessFilter filter(Set<ConcernId> withheld) {
        return new AccessFilter(actor, accessKind(), subject, contractId(), day(from), day(to), withheld);
    }

    /** The filters set, by name; goes into links and into the record of an export. */
    Map<String, String> asMap() {
        Map<String, String> set = new TreeMap<>();
        put(set, "actor", actor);
        put(set, "kind", kind);
        put(set, "subject", subject);
        put(set, "contract", contract);
        put(set, "from", from);
        put(set, "to", to);
        return set;
    }

    String link(String path) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        asMap().forEach((name, set) -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(asMap()).toUriString();
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

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
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
