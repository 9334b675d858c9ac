package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** The spreadsheet, opened again and read cell by cell. */
class AuditWorkbookTests {

    private static final Actor LEADER = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));
    private static final Actor AUDITOR = new Actor("august.lund", "August Lund", Set.of(Role.AUDITOR));

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);

    /** R17 */
    @Test
    void lists_hold_exactly_what_the_figures_count() throws IOException {
        for (String outcome : List.of("APPROVE", "CONDITIONAL", "REJECT")) {
            ContractId contract = story.contract("CBP");
            UUID review = story.review(contract);
            story.stage(contract, review, "TRIAGE", "S4", "2026-10-02T09:00:00Z", "2026-10-07T09:00:00Z", 72);
            UUID decision = story.decision(contract, review, outcome, "T2");
            story.condition(contract, review, decision, "2026-10-30", true);
        }
        story.at("2026-02-02T09:00:00Z");
        ContractId earlier = story.contract("CBP");
        story.decision(earlier, story.review(earlier), "APPROVE", "T2");
        FigureSet set = figures(AUDITOR);

        XSSFWorkbook book = written(set, AUDITOR);

        assertThat(book.getSheet("Decisions").getLastRowNum())
                .isEqualTo(3)
                .isEqualTo(set.now(Figure.DECISIONS).total());
        assertThat(book.getSheet("Stages").getLastRowNum())
                .isEqualTo(set.now(Figure.STAGE_TIMES).total());
        assertThat(book.getSheet("Conditions").getLastRowNum())
                .isEqualTo(set.now(Figure.OPEN_CONDITIONS).total());
        assertThat(book.getSheet("Entries").getLastRowNum()).isEqualTo(story.entries.size() - 3);
    }

    @Test
    void the_summary_holds_the_newest_checkpoint_for_the_reader_to_keep() throws IOException {
        List<String> texts = new ArrayList<>();
        written(figures(AUDITOR), AUDITOR)
                .getSheet("Summary")
                .forEach(row -> row.forEach(cell -> texts.add(cell.toString())));

        assertThat(texts)
                .contains("Newest checkpoint", "Witnessed")
                .anyMatch(text -> text.startsWith("tests.example/record\n2\n"));
    }

    @Test
    void numbers_and_times_are_numbers_and_times() throws IOException {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.stage(contract, review, "TRIAGE", "S4", "2026-10-02T09:00:00Z", "2026-10-07T09:00:00Z", 72);
        story.decision(contract, review, "APPROVE", "T2");

        XSSFWorkbook book = written(figures(AUDITOR), AUDITOR);

        Cell completed = book.getSheet("Stages").getRow(1).getCell(7);
        assertThat(DateUtil.isCellDateFormatted(completed)).isTrue();
        assertThat(completed.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 10, 5, 9, 0));
        assertThat(book.getSheet("Stages").getRow(1).getCell(8).getNumericCellValue())
                .isEqualTo(72);
        assertThat(book.getSheet("Decisions").getRow(1).getCell(9).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2027, 10, 1, 0, 0));
    }

    @Test
    void every_list_has_a_frozen_head_a_filter_and_a_set_up_for_paper() throws IOException {
        story.contract("CBP");
        FigureSet set = figures(AUDITOR);

        XSSFWorkbook book = written(set, AUDITOR);

        for (String name : List.of("Decisions", "Stages", "Conditions", "Concerns", "Entries")) {
            XSSFSheet sheet = book.getSheet(name);
            assertThat(sheet.getPaneInformation().isFreezePane()).as(name).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter()).as(name).isNotNull();
            assertThat(sheet.getRepeatingRows().getLastRow()).as(name).isZero();
            assertThat(sheet.getPrintSetup().getLandscape()).as(name).isTrue();
            assertThat(sheet.getFooter().getLeft())
                    .contains("Record of " + set.head().size())
                    .contains(set.head().rootHash());
        }
        assertThat(texts(book.getSheet("Summary"))).contains(set.head().rootHash(), Figure.DECISIONS.definition());
    }

    @Test
    void a_text_that_looks_like_a_formula_stays_a_text() throws IOException {
        ContractId contract = new ContractId(UUID.randomUUID());
        String attack = "=HYPERLINK(\"http://evil.example\",\"click\")";
        story.happened("contract-registered", contract, Map.of("reference", attack, "agency", "@SUM(1+1)"));
        story.decision(contract, story.review(contract), "APPROVE", "T2");

        XSSFWorkbook book = written(figures(AUDITOR), AUDITOR);

        Cell cell = book.getSheet("Decisions").getRow(1).getCell(2);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(attack);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void small_numbers_of_concerns_are_hidden_and_leadership_sees_no_entry_of_one() throws IOException {
        story.contract("CBP");
        story.concern();

        XSSFWorkbook forLeader = written(figures(LEADER), LEADER);
        XSSFWorkbook forAuditor = written(figures(AUDITOR), AUDITOR);

        assertThat(texts(forLeader.getSheet("Concerns"))).contains("hidden");
        assertThat(texts(forLeader.getSheet("Entries")))
                .contains("contract-registered")
                .doesNotContain("concern-filed");
        assertThat(texts(forAuditor.getSheet("Entries"))).contains("concern-filed");
    }

    private FigureSet figures(Actor viewer) {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2026-11-24T12:00:00Z"));
        return new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader).figures(scope, viewer);
    }

    private XSSFWorkbook written(FigureSet set, Actor viewer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditWorkbook(
                        new CountedEntries(reader),
                        new RecordFixtures.WitnessedBelow(2),
                        new EntrySheets(reader, new RightsOf(Role.AUDITOR, kind -> !kind.startsWith("concern-"))),
                        Story.DAYS,
                        Titles.NONE)
                .write(set, new Integrity(set.head(), null), viewer, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> texts(XSSFSheet sheet) {
        List<String> texts = new java.util.ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                texts.add(cell.getStringCellValue());
            }
        }));
        return texts;
    }
}
