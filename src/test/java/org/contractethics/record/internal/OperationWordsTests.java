package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.record.RecordEntry;
import org.junit.jupiter.api.Test;

class OperationWordsTests {

    @Test
    void says_which_settings_changed_and_that_the_first_entry_tells_them_all() {
        assertThat(said("settings-changed", List.of(Map.of("setting", "a", "old", "1", "new", "2"))))
                .isEqualTo("1 setting changed: a");
        assertThat(said("settings-changed", List.of(setting("a"), setting("b"), setting("c"), setting("d"))))
                .isEqualTo("The settings in force were told: 4 settings");
        assertThat(said(
                        "settings-changed",
                        List.of(setting("a"), setting("b"), setting("c"), Map.of("setting", "d", "oldText", "x"))))
                .isEqualTo("4 settings changed: a, b, c and 1 more");
    }

    @Test
    void says_which_migrations_were_applied() {
        assertThat(Wording.sentence(entry(
                        "schema-migrated",
                        Map.of("migrations", List.of(Map.of("script", "V601__append_only_record.sql"))))))
                .isEqualTo("The tables were migrated: V601__append_only_record.sql");
    }

    @Test
    void says_who_gained_and_lost_which_role() {
        assertThat(said(
                        "roles-changed",
                        List.of(Map.of(
                                "person",
                                "dana.whitfield",
                                "gained",
                                List.of("OMBUDS"),
                                "lost",
                                List.of("HR_REVIEWER")))))
                .isEqualTo("Roles changed: dana.whitfield gained Ombuds and lost Human-rights reviewer");
        assertThat(said("roles-changed", List.of(Map.of("person", "a"), Map.of("person", "b"))))
                .isEqualTo("Roles of 2 people changed: a, b");
    }

    private static Map<String, String> setting(String name) {
        return Map.of("setting", name, "new", "1");
    }

    private static String said(String kind, List<?> changes) {
        return Wording.sentence(entry(kind, Map.of("changes", changes)));
    }

    private static RecordEntry entry(String kind, Map<String, Object> facts) {
        return new RecordEntry(0, kind, null, "system", Instant.EPOCH, Instant.EPOCH, facts, "", "");
    }
}
