package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.internal.TableDraft.DraftRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules changed in a form become the same file that a person would have changed by hand. */
class TableDraftTests {

    private static final PolicyContent PACKED = PolicyFiles.packed();

    static List<RuleTable> tables() {
        return PACKED.tables().values().stream().map(RuleTableReader::read).toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void an_unchanged_table_is_written_as_it_was(RuleTable table) {
        String file = file(table.id());

        assertThat(TableDraft.of(table).written(file)).isEqualTo(file);
    }

    @Test
    void a_new_rule_gets_a_free_id_and_its_signs_are_escaped() {
        RuleTable table = table("triage-tier");
        TableDraft draft = TableDraft.of(table).addedBelow(1, 7, 7);
        List<DraftRule> rules = new ArrayList<>(draft.rules());
        rules.set(
                1,
                new DraftRule(
                        "",
                        "Less & <more>.",
                        List.of(">= 3", "", "", "", "", "", ""),
                        rules.get(0).outputs()));

        RuleTable written = read(new TableDraft(draft.table(), rules).written(file("triage-tier")));

        assertThat(written.rules()).hasSize(table.rules().size() + 1);
        assertThat(written.rules().get(1).id()).matches("triage-tier-\\d\\d").isNotIn(ids(table));
        assertThat(written.rules().get(1).reason()).isEqualTo("Less & <more>.");
        assertThat(written.rules().get(1).inputs().get(0)).isEqualTo(">= 3");
    }

    @Test
    void rules_are_moved_and_removed_and_a_place_that_is_not_there_changes_nothing() {
        TableDraft draft = TableDraft.of(table("severity"));
        String first = draft.rules().get(0).id();
        String second = draft.rules().get(1).id();

        assertThat(draft.raised(2).rules()).extracting(DraftRule::id).startsWith(second, first);
        assertThat(draft.without(1).rules()).extracting(DraftRule::id).startsWith(second);
        for (int nowhere : List.of(-1, 0, 9_999)) {
            assertThat(draft.without(nowhere)).isEqualTo(draft);
            assertThat(draft.raised(nowhere)).isEqualTo(draft);
        }
    }

    @Test
    void a_new_capability_has_its_score_and_is_no_unlisted_one_any_more() {
        PolicyContent with = PACKED.with(capability("3").files(PACKED, table("capability-risk")));

        assertThat(new VersionCheck(PACKED).check(with).problems()).isEmpty();
        assertThat(with.catalogue(PolicyContent.CAPABILITIES)).anySatisfy(row -> assertThat(row)
                .containsAllEntriesOf(Map.of("code", "DRONE_SWARM", "score", "3", "label", "Swarms, of drones")));
        assertThat(with.catalogue(PolicyContent.RIGHTS))
                .filteredOn(row -> row.getOrDefault("triggers", "").contains("DRONE_SWARM"))
                .extracting(row -> row.get("code"))
                .containsExactly("R01", "R05");
        assertThat(PACKED.catalogue(PolicyContent.RIGHTS)).hasSameSizeAs(with.catalogue(PolicyContent.RIGHTS));
    }

    @Test
    void a_capability_whose_score_is_no_number_is_refused() {
        PolicyContent with = PACKED.with(capability("high").files(PACKED, table("capability-risk")));

        assertThat(new VersionCheck(PACKED).check(with).problems()).isNotEmpty();
    }

    private static CapabilityDraft capability(String score) {
        return new CapabilityDraft(
                "DRONE_SWARM", "Swarms, of drones", score, "ICCPR 6", "High: swarms of drones.", Set.of("R01", "R05"));
    }

    private static List<String> ids(RuleTable table) {
        return table.rules().stream().map(RuleTable.Rule::id).toList();
    }

    private static RuleTable table(String id) {
        return read(file(id));
    }

    private static RuleTable read(String file) {
        return RuleTableReader.read(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String file(String table) {
        return PACKED.file(PolicyContent.fileOf(table)).orElseThrow();
    }
}
