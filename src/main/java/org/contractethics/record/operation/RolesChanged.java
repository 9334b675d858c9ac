package org.contractethics.record.operation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.shared.Role;
import org.contractethics.shared.SystemEvent;

/** People gained or lost roles at the identity provider. */
record RolesChanged(Instant occurredAt, List<Change> changes) implements SystemEvent {

    static final String KIND = "roles-changed";

    RolesChanged {
        changes = List.copyOf(changes);
    }

    /** @param person account name; the entry commits to it */
    record Change(String person, Set<Role> gained, Set<Role> lost) {

        Change {
            gained = Set.copyOf(gained);
            lost = Set.copyOf(lost);
        }

        private Map<String, Object> fact() {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("person", person);
            fact.put("gained", codes(gained));
            fact.put("lost", codes(lost));
            return fact;
        }

        private static List<String> codes(Set<Role> roles) {
            return roles.stream().sorted().map(Role::name).toList();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("changes", changes.stream().map(Change::fact).toList());
    }
}
