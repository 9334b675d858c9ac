package org.contractethics.record.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.internal.SealedFields;
import org.contractethics.record.proof.NotProvenException;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;

/** R34: the record tells which settings were in force, and each change of one. */
class NotingSettingsIT {

    private static final String CLEARED = "contract-ethics.review.cleared-reviewers";
    private static final String DAYS = "contract-ethics.monitoring.suspension-working-days";

    private final OperatedRecord record;
    private final SortedMap<String, Setting> settings = new TreeMap<>();

    NotingSettingsIT() throws NotProvenException {
        record = new OperatedRecord();
        set(Setting.sealed(CLEARED, "jsmith"));
        set(Setting.open(DAYS, 10));
        set(Setting.open("file calendars/DE.csv", "a".repeat(64)));
        set(Setting.open("file calendars/FR.csv", "b".repeat(64)));
    }

    @Test
    void the_first_start_tells_all_settings_and_the_next_one_nothing() {
        node().note(settings);
        node().note(settings);

        RecordEntry told = only(0, 1);
        assertThat(told.number("settings")).hasValue(4);
        assertThat(told.text("fingerprint").orElse("")).hasSize(32);
        assertThat(told.list("changes"))
                .hasSize(4)
                .anyMatch(change -> change.equals(Map.of("setting", DAYS, "new", "10")));
    }

    @Test
    void each_change_is_told_once_with_what_was_before_and_what_is_now() {
        node().note(settings);
        set(Setting.open(DAYS, 20));
        settings.remove("file calendars/FR.csv");
        set(Setting.open("file calendars/NL.csv", "c".repeat(64)));
        node().note(settings);
        node().note(settings);

        List<?> changes = only(1, 2).list("changes");
        assertThat(changes)
                .isEqualTo(List.of(
                        Map.of("setting", DAYS, "old", "10", "new", "20"),
                        Map.of("setting", "file calendars/FR.csv", "old", "b".repeat(64)),
                        Map.of("setting", "file calendars/NL.csv", "new", "c".repeat(64))));
    }

    @Test
    void a_value_that_may_name_somebody_is_committed_to() {
        node().note(settings);
        set(Setting.sealed(CLEARED, "jsmith, dana.whitfield"));
        node().note(settings);

        RecordEntry changed = only(1, 2);
        assertThat(changed.list("changes"))
                .isEqualTo(
                        List.of(Map.of("setting", CLEARED, "oldText", "jsmith", "newText", "jsmith, dana.whitfield")));
        assertThat(changed.body()).doesNotContain("jsmith", "whitfield");
        SealedFields fields = RecordWriter.fields(record.jdbc);
        assertThat(fields.of(List.of(changed.index())).get(changed.index())).hasSize(2);
    }

    @Test
    void two_nodes_that_start_at_once_tell_one_entry() throws Exception {
        NotingSettings one = node();
        NotingSettings other = node();

        OperatedRecord.atOnce(() -> one.note(settings), () -> other.note(settings));

        only(0, 1);
    }

    private void set(Setting setting) {
        settings.put(setting.name(), setting);
    }

    private NotingSettings node() {
        SecretSettings secrets = new SecretSettings(record.settings);
        StaticApplicationContext nothing = new StaticApplicationContext();
        EffectiveSettings effective =
                new EffectiveSettings(nothing, nothing.getEnvironment(), record.settings, secrets);
        return new NotingSettings(effective, secrets, record.reader, record.telling(), record.clock);
    }

    private RecordEntry only(int place, int of) {
        List<RecordEntry> told = record.entries(SettingsChanged.KIND);
        assertThat(told).hasSize(of);
        return told.get(place);
    }
}
