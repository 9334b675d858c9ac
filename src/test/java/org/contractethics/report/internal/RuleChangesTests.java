package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Table;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Csv;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** Changes of the rules, as reports tell them. */
class RuleChangesTests {

    private static final Period Q4 = Period.quarterOf(LocalDate.of(2026, 11, 24));

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);

    @Test
    void a_version_is_told_with_its_parts_and_the_reason_of_its_proposal() {
        story.at("2026-09-20T12:00:00Z");
        story.happened("policy-proposed", null, Map.of("policyVersion", 2, "reason", "Borders were rated too low."));
        story.happened("policy-proposed", null, Map.of("policyVersion", 3, "reason", "Never decided on."));
        story.at("2026-10-01T12:00:00Z");
        story.happened(
                "policy-in-force",
                null,
                Map.of("policyVersion", 2, "changed", List.of("agency-risk", "safeguards-catalogue", "text")));

        assertThat(rows(Q4))
                .containsExactly(List.of(
                        "Version 2",
                        "1 Oct 2026",
                        "Table: Agency risk; Catalogue of safeguards; Text of the policy",
                        "Borders were rated too low."));
        assertThat(rows(Q4.before())).isEmpty();
    }

    @Test
    void what_an_earlier_entry_does_not_tell_is_said_and_the_first_version_has_its_reason_with_it() {
        story.at("2026-10-01T12:00:00Z");
        story.happened("policy-in-force", null, Map.of("policyVersion", 1, "reason", "Came with the software."));
        story.happened("policy-in-force", null, Map.of("policyVersion", 2));

        assertThat(rows(Q4))
                .extracting(row -> row.subList(2, 4))
                .containsExactly(
                        List.of("The first version", "Came with the software."),
                        List.of(
                                "Not recorded with this version; its page shows the differences",
                                "Not told in the record"));
    }

    @Test
    void a_long_reason_is_cut_and_comments_and_approvals_are_not_told() {
        story.at("2026-10-01T12:00:00Z");
        story.happened("policy-proposed", null, Map.of("policyVersion", 2, "reason", "x".repeat(600)));
        story.happened("policy-approved", null, Map.of("policyVersion", 2, "reason", "Said among the board."));
        story.happened("policy-in-force", null, Map.of("policyVersion", 2));

        assertThat(rows(Q4).get(0).get(3))
                .hasSizeLessThan(560)
                .startsWith("xxx")
                .endsWith("page of the version)");
        assertThat(paper(Q4).blocks().toString()).doesNotContain("Said among the board");
    }

    @Test
    void the_values_and_the_spreadsheet_of_the_board_tell_the_same_versions_as_its_page() throws IOException {
        story.at("2026-09-20T12:00:00Z");
        story.happened("policy-proposed", null, Map.of("policyVersion", 2, "reason", "=Borders, \"rated\" too low."));
        story.at("2026-10-01T12:00:00Z");
        story.happened("policy-in-force", null, Map.of("policyVersion", 2, "changed", List.of("agency-risk", "text")));
        story.contract("CBP");
        FigureSet set = new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader)
                .figures(new Scope(Q4, null, null, Instant.parse("2027-01-24T12:00:00Z")), BOARD);
        RightsOf rights = new RightsOf(Role.BOARD_COMMITTEE, kind -> false);
        RecordFoot foot = new RecordFoot(new RecordFixtures.WitnessedBelow(2));
        CountedEntries entries = new CountedEntries(reader);
        RuleChanges rules = new RuleChanges(reader);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new BoardWorkbook(entries, rights, foot, rules, Titles.NONE).write(set, BOARD, out);
        String csv = new String(
                new BoardReport(reader, new BoardCases(reader, entries, rights, Titles.NONE), foot, rules, Titles.NONE)
                        .values(set),
                StandardCharsets.UTF_8);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row row = book.getSheet("Changes of the rules").getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Version 2");
            assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-10-01");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("Table: Agency risk; Text of the policy");
            assertThat(row.getCell(3).getStringCellValue()).isEqualTo("=Borders, \"rated\" too low.");
            assertThat(book.getSheet("Changes of the rules").getLastRowNum()).isEqualTo(1);
        }
        assertThat(csv)
                .contains(
                        Csv.line(List.of(
                                "Change of the rules",
                                "Version 2",
                                "In force since",
                                "2026-10-01",
                                "2026-10-01",
                                "2026-12-31",
                                "")),
                        Csv.line(List.of(
                                "Change of the rules",
                                "Version 2",
                                "What changed",
                                "Table: Agency risk; Text of the policy",
                                "2026-10-01",
                                "2026-12-31",
                                "")),
                        Csv.line(List.of(
                                "Change of the rules",
                                "Version 2",
                                "Reason",
                                "=Borders, \"rated\" too low.",
                                "2026-10-01",
                                "2026-12-31",
                                "")));
    }

    private List<List<String>> rows(Period period) {
        return paper(period).blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .map(row -> row.stream().map(Cell::text).toList())
                .toList();
    }

    private Paper paper(Period period) {
        Paper.Builder paper = Paper.titled("Report");
        new RuleChanges(new StoryReader(story.entries)).add(paper, period, story.entries.size());
        return paper.build();
    }
}
