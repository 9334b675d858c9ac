package org.contractethics.record.operation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.SystemEvent;
import org.jspecify.annotations.Nullable;

/**
 * The application was started with other settings than the record told last; the first of these entries tells them all.
 *
 * @param settings how many there are now
 * @param fingerprint keyed, of all of them
 */
record SettingsChanged(Instant occurredAt, List<Change> changes, int settings, String fingerprint)
        implements SystemEvent {

    static final String KIND = "settings-changed";

    SettingsChanged {
        changes = List.copyOf(changes);
    }

    /**
     * @param before null where there was no such setting
     * @param after null where there is none any more
     */
    record Change(String setting, @Nullable Setting before, @Nullable Setting after) {

        Map<String, Object> fact() {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("setting", setting);
            put(fact, "old", before);
            put(fact, "new", after);
            return fact;
        }

        /** A value that may name somebody is committed to. */
        private static void put(Map<String, Object> fact, String name, @Nullable Setting setting) {
            if (setting != null) {
                fact.put(setting.open() ? name : name + "Text", setting.value());
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "changes",
                changes.stream().map(Change::fact).toList(),
                "settings",
                settings,
                "fingerprint",
                fingerprint);
    }
}
