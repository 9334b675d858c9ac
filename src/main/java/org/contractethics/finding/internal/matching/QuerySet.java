package org.contractethics.finding.internal.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All checks with their phrases. */
public final class QuerySet {

    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, List<Phrase>> phrases = new LinkedHashMap<>();

    public QuerySet(List<Check> checks, Map<String, List<Phrase>> phrases) {
        checks.forEach(check -> this.checks.put(check.id(), check));
        checks.forEach(check -> this.phrases.put(check.id(), List.copyOf(phrases.getOrDefault(check.id(), List.of()))));
    }

    public List<Check> checks() {
        return List.copyOf(checks.values());
    }

    public Optional<Check> find(String id) {
        return Optional.ofNullable(checks.get(id));
    }

    public List<Phrase> phrases(String check) {
        return phrases.getOrDefault(check, List.of());
    }

    /** The same with one more phrase of a check. */
    public QuerySet with(String check, Phrase phrase) {
        Map<String, List<Phrase>> more = new LinkedHashMap<>(phrases);
        List<Phrase> all = new ArrayList<>(phrases(check));
        all.add(phrase);
        more.put(check, all);
        return new QuerySet(checks(), more);
    }
}
