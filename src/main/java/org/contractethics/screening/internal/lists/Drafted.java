package org.contractethics.screening.internal.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An entry while its lines are gathered. */
final class Drafted {

    private final String id;
    private final EntryKind kind;
    private final List<ListedName> names = new ArrayList<>();
    private final Set<String> countries = new LinkedHashSet<>();
    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> dates = new LinkedHashSet<>();
    private final Set<String> programmes = new LinkedHashSet<>();
    private final Set<String> reasons = new LinkedHashSet<>();

    Drafted(String id, EntryKind kind) {
        this.id = id;
        this.kind = kind;
    }

    Drafted name(String text, NameStrength strength) {
        if (!text.isBlank()) {
            names.add(new ListedName(text.strip(), strength));
        }
        return this;
    }

    /** Country as a code or a name; what is no country is left out. */
    Drafted country(String codeOrName) {
        Territories.code(codeOrName).ifPresent(countries::add);
        return this;
    }

    Drafted identifier(String number) {
        add(identifiers, number);
        return this;
    }

    Drafted date(String written) {
        dates.addAll(ListDates.of(written));
        return this;
    }

    Drafted programme(String key) {
        add(programmes, key);
        return this;
    }

    Drafted reason(String text) {
        add(reasons, text);
        return this;
    }

    boolean isNameless() {
        return names.isEmpty();
    }

    private static void add(Set<String> values, String value) {
        if (!value.isBlank()) {
            values.add(value.strip());
        }
    }

    private ListEntry entry(String numbered) {
        return new ListEntry(
                numbered,
                kind,
                names,
                List.copyOf(countries),
                List.copyOf(identifiers),
                List.copyOf(dates),
                List.copyOf(programmes),
                String.join("\n", reasons));
    }

    /** All of them. Where a publisher numbers nothing, rows of the same name get the same id; the second and further get a count. */
    static List<ListEntry> entries(List<Drafted> drafts) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return drafts.stream()
                .map(draft -> {
                    int count = seen.merge(draft.id, 1, Integer::sum);
                    return draft.entry(count == 1 ? draft.id : draft.id + "#" + count);
                })
                .toList();
    }
}
