package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.paper.Paper;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** The staff report as values: what is hidden on the page is hidden in every file. */
class StaffTablesTests {

    private static final Instant NOW = Instant.parse("2027-02-10T12:00:00Z");

    private final Story story = new Story();

    @Test
    void numbers_under_five_stand_in_no_file_and_others_stand_as_on_the_page() throws IOException {
        decisions("APPROVE", 9);
        decisions("REJECT", 3);

        Paper paper = staff();

        List<String> decisions = csv(paper).stream()
                .filter(line -> line.startsWith("\"Decisions by outcome\""))
                .toList();
        assertThat(decisions).contains("\"Decisions by outcome\",\"Rejected\",\"Quarter 4\",\"–\"");
        assertThat(decisions).noneMatch(line -> line.matches(".*,[1-4]"));
        assertThat(csv(paper)).contains("\"Reviews received\",\"Reviews received\",\"Quarter 4\",12");
        assertThat(sheet(paper)).containsExactlyElementsOf(page(paper));
        assertThat(csv(paper)).hasSize(page(paper).size() + 1);
    }

    @Test
    void the_number_that_must_be_zero_is_told_however_small() throws IOException {
        ContractId contract = story.contract("CBP");
        story.happened("contract-signed", contract, java.util.Map.of("contractId", contract.toString()));

        assertThat(csv(staff())).contains("\"Signed without valid decision\",\"In the whole record\",\"Number\",1");
    }

    private void decisions(String outcome, int count) {
        for (int i = 0; i < count; i++) {
            ContractId contract = story.contract("CBP");
            story.decision(contract, story.review(contract), outcome, "T2");
        }
    }

    private Paper staff() {
        StoryReader reader = new StoryReader(story.entries);
        return new StaffReport(
                        new CurrentCasebook(reader, Story.DAYS, Map::of),
                        reader,
                        new RecordFoot(new RecordFixtures.WitnessedBelow(2)),
                        new RuleChanges(reader),
                        Titles.NONE,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .staff(2026, null);
    }

    private static List<String> csv(Paper paper) {
        return new String(StaffTables.csv(paper), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Every cell of the page behind its row and column. */
    private static List<String> page(Paper paper) {
        List<String> cells = new ArrayList<>();
        paper.blocks().stream()
                .filter(Paper.Table.class::isInstance)
                .map(Paper.Table.class::cast)
                .forEach(table -> table.rows().forEach(row -> {
                    for (int i = 1; i < row.size(); i++) {
                        cells.add(row.get(0).text() + "|" + table.head().get(i) + "|"
                                + row.get(i).text());
                    }
                }));
        return cells;
    }

    private static List<String> sheet(Paper paper) throws IOException {
        DataFormatter words = new DataFormatter();
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(StaffTables.workbook(paper)))) {
            for (Row row : book.getSheet("Figures")) {
                cells.add(words.formatCellValue(row.getCell(1)) + "|" + words.formatCellValue(row.getCell(2)) + "|"
                        + words.formatCellValue(row.getCell(3)));
            }
        }
        return cells.subList(1, cells.size());
    }
}
