package org.contractethics.record.operation;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/** Who holds which roles as all entries about roles together tell it. Whoever was erased stands for nobody. */
final class ToldRoles {

    /** Those that decide, read, sign, judge or lead; the others everybody has, and nobody decides anything by them. */
    static final Set<Role> TOLD = EnumSet.complementOf(EnumSet.of(Role.EMPLOYEE, Role.EXTERNAL_FILER));

    private final Map<String, Set<Role>> roles = new HashMap<>();
    private final Map<String, Instant> since = new HashMap<>();

    void add(RecordEntry entry) {
        for (Object one : entry.list("changes")) {
            if (one instanceof Map<?, ?> change && change.get("person") instanceof String person) {
                add(person, change, entry.recordedAt());
            }
        }
    }

    private void add(String person, Map<?, ?> change, Instant at) {
        if (!person.startsWith(RecordEntry.ERASED)) {
            Set<Role> held = roles.computeIfAbsent(person, name -> new HashSet<>());
            held.addAll(named(change.get("gained")));
            held.removeAll(named(change.get("lost")));
            since.put(person, at);
        }
    }

    /** A role that this version does not know counts for nothing. */
    private static List<Role> named(@Nullable Object codes) {
        Stream<?> names = codes instanceof List<?> list ? list.stream() : Stream.empty();
        return names.flatMap(name ->
                        Arrays.stream(Role.values()).filter(role -> role.name().equals(name)))
                .toList();
    }

    Set<String> people() {
        return roles.keySet();
    }

    Set<Role> of(String person) {
        return roles.getOrDefault(person, Set.of());
    }

    /** When an entry told of the person last. */
    Instant since(String person) {
        return since.getOrDefault(person, Instant.MIN);
    }
}
