package org.contractethics.record.operation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.operation.SettingsChanged.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Each start compares the settings in force with those that the record told last, and tells what changed: the record alone says which
 * settings were in force when.
 */
@Component
class NotingSettings {

    /** Bytes; an entry must not have more than 65,535. */
    private static final int LONGEST_ENTRY = 45_000;

    private static final int OPEN = 30;
    private static final int SEALED = 150;

    private final EffectiveSettings effective;
    private final SecretSettings secrets;
    private final RecordReader record;
    private final TellingOnce telling;
    private final Clock clock;

    NotingSettings(
            EffectiveSettings effective,
            SecretSettings secrets,
            RecordReader record,
            TellingOnce telling,
            Clock clock) {
        this.effective = effective;
        this.secrets = secrets;
        this.record = record;
        this.telling = telling;
        this.clock = clock;
    }

    @Order(1)
    @EventListener(ApplicationReadyEvent.class)
    void note() {
        note(effective.now());
    }

    void note(SortedMap<String, Setting> now) {
        telling.tell(() -> news(now));
    }

    private List<SettingsChanged> news(SortedMap<String, Setting> now) {
        Map<String, Setting> last = told();
        Set<String> names = new TreeSet<>(last.keySet());
        names.addAll(now.keySet());
        List<Change> changes = names.stream()
                .map(name -> new Change(name, last.get(name), now.get(name)))
                .filter(change -> !value(change.before()).equals(value(change.after())))
                .toList();
        Instant at = clock.instant();
        String fingerprint = secrets.fingerprint(now.values());
        return parts(changes).stream()
                .map(part -> new SettingsChanged(at, part, now.size(), fingerprint))
                .toList();
    }

    private static String value(@Nullable Setting setting) {
        return setting == null ? "\0" : setting.value();
    }

    private static List<List<Change>> parts(List<Change> changes) {
        List<List<Change>> parts = new ArrayList<>();
        int size = LONGEST_ENTRY;
        for (Change change : changes) {
            int own = bytes(change.before()) + bytes(change.after());
            size += own;
            if (size > LONGEST_ENTRY) {
                parts.add(new ArrayList<>());
                size = own;
            }
            parts.get(parts.size() - 1).add(change);
        }
        return parts;
    }

    /** At most, with its name and what it takes to commit to it. */
    private static int bytes(@Nullable Setting setting) {
        return setting == null
                ? 0
                : setting.value().getBytes(StandardCharsets.UTF_8).length
                        + setting.name().length()
                        + (setting.open() ? OPEN : SEALED);
    }

    /** As all entries together tell them. A value that was erased differs from every other, so it is told again where it is still set. */
    private Map<String, Setting> told() {
        Map<String, Setting> told = new HashMap<>();
        record.each(EntryFilter.ofKind(SettingsChanged.KIND), 0, record.head().size(), entry -> apply(entry, told));
        return told;
    }

    private static void apply(RecordEntry entry, Map<String, Setting> told) {
        for (Object one : entry.list("changes")) {
            if (one instanceof Map<?, ?> change) {
                String name = String.valueOf(change.get("setting"));
                if (change.get("new") instanceof String value) {
                    told.put(name, new Setting(name, value, true));
                } else if (change.get("newText") instanceof String value) {
                    told.put(name, new Setting(name, value, false));
                } else {
                    told.remove(name);
                }
            }
        }
    }
}
