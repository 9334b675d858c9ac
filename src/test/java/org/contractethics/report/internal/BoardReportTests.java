package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.paper.Paper;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** What a board committee reads first, and how dissents and rights are told. */
class BoardReportTests {

    private static final Actor LEADER = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));
    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);

    BoardReportTests() {
        ContractId contract = story.contract("Border agency");
        UUID review = story.review(contract);
        story.happened(
                "triage-confirmed",
                contract,
                Story.facts(review, Map.of("tier", "T4", "tableTier", "T4", "raised", false, "policyVersion", 7)));
        story.assessed(contract, review, Map.of("R05", "CRITICAL"));
        story.happened(
                "vote-opened",
                contract,
                Story.facts(review, Map.of("voter", "dina.yusuf", "role", "EMPLOYEE_PANELIST", "outcome", "REJECT")));
        UUID decision = UUID.randomUUID();
        Map<String, Object> decided = Map.of("decisionId", decision.toString(), "outcome", "CONDITIONAL", "tier", "T4");
        story.happened("decision-recorded", contract, Story.facts(review, decided));
        story.happened(
                "dissent-recorded",
                contract,
                Story.facts(
                        review,
                        Map.of(
                                "decisionId",
                                decision.toString(),
                                "voter",
                                "dina.yusuf",
                                "outcome",
                                "REJECT",
                                "reasons",
                                "Families are parted")));
    }

    @Test
    void a_dissent_names_agency_and_role_and_no_person() {
        assertThat(cells(BOARD, "Families are parted"))
                .contains("Border agency", "Rejected, as Employee panelist", "Families are parted");
        assertThat(paper(BOARD).blocks().toString()).doesNotContain("dina.yusuf", "Dina");
    }

    @Test
    void dissents_are_kept_from_those_who_may_not_read_single_votes() {
        assertThat(paper(LEADER).blocks().toString())
                .contains("Single votes are read by the board committee and auditors.")
                .doesNotContain("Families are parted", "Employee panelist");
    }

    @Test
    void rights_have_the_titles_of_the_version_that_the_case_stands_under() {
        assertThat(cells(BOARD, "R05 Liberty (version 7)")).isNotEmpty();
    }

    @Test
    void the_report_begins_with_period_date_record_and_a_summary_of_its_own_figures() {
        Paper paper = paper(BOARD);

        assertThat(paper.front())
                .extracting(line -> line.get(0))
                .containsExactly("Period", "Made on", "Record", "Newest checkpoint");
        assertThat(paper.front().get(1).get(1)).startsWith("24 Nov 2026");
        assertThat(paper.blocks().get(0)).isEqualTo(new Paper.Heading(1, "Summary"));
        assertThat(((Paper.Items) paper.blocks().get(1)).items())
                .hasSizeBetween(5, 8)
                .contains(
                        "Decisions by outcome: 1, in the period before 0. Approved with conditions 1.",
                        "Signed without valid decision, in the whole record: 0. It must be 0.",
                        "Dissents: 1, in the period before 0. T4 1.");
    }

    @Test
    void the_summary_hides_the_small_numbers_that_its_table_hides() {
        story.concern();

        assertThat(((Paper.Items) paper(BOARD).blocks().get(1)).items())
                .last()
                .asString()
                .contains("Concerns by state", "hidden")
                .doesNotContain(": 1,");
    }

    private List<String> cells(Actor viewer, String with) {
        return paper(viewer).blocks().stream()
                .filter(Paper.Table.class::isInstance)
                .map(Paper.Table.class::cast)
                .flatMap(table -> table.rows().stream())
                .map(row -> row.stream().map(Paper.Cell::text).toList())
                .filter(row -> row.contains(with))
                .findFirst()
                .orElse(List.of());
    }

    private Paper paper(Actor viewer) {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2026-11-24T12:00:00Z"));
        FigureSet set = new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader).figures(scope, viewer);
        TitledRights titled = new TitledRights((code, version) -> Optional.of("Liberty (version " + version + ")"));
        BoardCases cases = new BoardCases(
                reader,
                new CountedEntries(reader),
                new RightsOf(Role.BOARD_COMMITTEE, kind -> !kind.startsWith("dissent-")),
                titled);
        return new BoardReport(
                        reader,
                        cases,
                        new RecordFoot(new RecordFixtures.WitnessedBelow(2)),
                        new RuleChanges(reader),
                        titled)
                .paper(set, viewer);
    }
}
