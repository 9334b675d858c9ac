package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Csv;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** One report in five forms: each number stands in all of them, to the last unit. */
class SameFiguresTests {

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final Actor LEADER = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);

    @Test
    void page_word_file_pdf_spreadsheet_and_values_hold_the_same_numbers() throws IOException {
        aQuarter();
        FigureSet set = figures(BOARD);
        Paper page = report().paper(set, BOARD);
        byte[] word = PaperFormat.WORD.write(page);
        byte[] pdf = PaperFormat.PDF.write(page);
        keep(word, pdf);
        List<String> rows = rows(set);

        assertThat(rows)
                .hasSizeGreaterThan(25)
                .anyMatch(row -> row.startsWith("Held|7|"))
                .anyMatch(row -> row.startsWith("A term of the contract was missing or too weak|" + Tally.HIDDEN));
        assertThat(pageRows(page)).containsAll(rows);
        assertThat(wordRows(word)).containsAll(rows);
        String pdfText = pdfText(pdf);
        assertThat(rows).allMatch(row -> pdfText.contains(squeezed(row)));
        assertThat(sheetRows(set)).containsAll(told(set));
        assertThat(new String(report().values(set), StandardCharsets.UTF_8)).contains(values(set));
    }

    @Test
    void the_foot_of_every_page_names_size_and_root_of_the_record() throws IOException {
        aQuarter();
        FigureSet set = figures(BOARD);
        byte[] pdf = PaperFormat.PDF.write(report().paper(set, BOARD));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document))
                        .contains("Record of " + set.head().size() + " entries, root ", page + " / ");
            }
        }
    }

    @Test
    void each_critical_case_stands_in_all_of_them_with_rights_decision_conditions_and_days() throws IOException {
        aQuarter();
        FigureSet set = figures(BOARD);
        Paper page = report().paper(set, BOARD);
        List<String> cases = set.critical().stream()
                .map(found -> String.join(
                        "|",
                        found.item().subject(),
                        String.join(", ", found.rights()),
                        found.decision(),
                        found.conditions(),
                        String.valueOf(found.days())))
                .toList();
        String csv = new String(report().values(set), StandardCharsets.UTF_8);

        assertThat(cases).hasSize(6).anyMatch(one -> one.contains("R09") && one.contains("1 of them overdue"));
        assertThat(set.now(Figure.CRITICAL_CASES).total()).isEqualTo(cases.size());
        assertThat(cases).allMatch(one -> pageRows(page).stream().anyMatch(row -> row.startsWith(one)));
        List<String> word = wordRows(PaperFormat.WORD.write(page));
        assertThat(cases).allMatch(one -> word.stream().anyMatch(row -> row.startsWith(one)));
        String pdf = pdfText(PaperFormat.PDF.write(page));
        assertThat(cases).allMatch(one -> pdf.contains(squeezed(one)));
        List<String> sheet = sheetRows(set, "Critical cases");
        assertThat(cases).allMatch(one -> sheet.stream().anyMatch(row -> row.endsWith(one)));
        set.critical().forEach(found -> assertThat(csv)
                .contains(
                        Csv.line(List.of("Critical case", found.item().subject(), "Days", found.days()))
                                .strip(),
                        found.conditions()));
    }

    @Test
    void a_period_before_the_first_entry_is_said_to_hold_nothing() {
        aQuarter();
        Scope early = new Scope(Period.year(2019), null, null, Instant.parse("2027-01-24T12:00:00Z"));
        FigureSet nothing =
                new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader).figures(early, BOARD);

        assertThat(words(report().paper(nothing, BOARD)))
                .contains("The record begins on 5 Oct 2026. It holds nothing for this period");
        assertThat(report().nothingYet(figures(BOARD))).isEmpty();
    }

    @Test
    void dissents_stand_in_full_for_the_committee_and_not_for_leadership() {
        aQuarter();

        assertThat(words(report().paper(figures(BOARD), BOARD))).contains("I cannot share this view");
        assertThat(words(report().paper(figures(LEADER), LEADER)))
                .doesNotContain("I cannot share this view")
                .contains("Single votes are read by the board committee and auditors.");
    }

    @Test
    void the_same_report_has_the_same_fingerprint_and_another_figure_another_one() {
        aQuarter();
        String first = report().paper(figures(BOARD), BOARD).fingerprint();
        story.happened("report-exported", null, Map.of("report", "board-pdf"));
        assertThat(report().paper(figures(BOARD), BOARD).fingerprint()).isEqualTo(first);

        story.contract("CBP");
        assertThat(report().paper(figures(BOARD), BOARD).fingerprint()).isNotEqualTo(first);
    }

    private void aQuarter() {
        for (int i = 0; i < 30; i++) {
            ContractId contract = story.contract(i % 2 == 0 ? "CBP" : "=SUM(A1)");
            UUID review = story.review(contract);
            story.tier(contract, review, "T" + (1 + i % 4));
            story.assessed(contract, review, Map.of("R09", i % 5 == 0 ? "CRITICAL" : "SERIOUS"));
            story.stage(
                    contract,
                    review,
                    "TRIAGE",
                    "S4",
                    "2026-10-01T09:00:00Z",
                    "2026-10-0" + (2 + i % 7) + "T09:00:00Z",
                    90);
            if (i % 3 != 0) {
                String outcome = List.of("APPROVE", "CONDITIONAL", "REJECT").get(i % 3);
                UUID decision = story.decision(contract, review, outcome, "T" + (1 + i % 4));
                story.condition(contract, review, decision, "2026-10-3" + i % 2, i % 2 == 0);
                story.happened(
                        "dissent-recorded",
                        contract,
                        Story.facts(
                                review,
                                Map.of(
                                        "voter",
                                        "bea.novak",
                                        "outcome",
                                        "REJECT",
                                        "reasons",
                                        "I cannot share this view")));
            }
            story.concern(story.concern(), "answered");
        }
        story.counted(
                "2026-10-01",
                Map.of("causeRuleMissing", 27, "causeTermsWeak", 3, "meetingsOffered", 7, "meetingsHeld", 7));
    }

    private FigureSet figures(Actor viewer) {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2027-01-24T12:00:00Z"));
        return new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader).figures(scope, viewer);
    }

    private BoardReport report() {
        return new BoardReport(
                reader,
                new BoardCases(
                        reader,
                        new CountedEntries(reader),
                        new RightsOf(Role.BOARD_COMMITTEE, kind -> !kind.startsWith("dissent-")),
                        Titles.NONE),
                new RecordFoot(new RecordFixtures.WitnessedBelow(2)),
                new RuleChanges(reader),
                Titles.NONE);
    }

    private static Stream<FigureTable> tables(FigureSet set) {
        return Stream.of(Figure.values()).map(figure -> Tabulating.table(set.now(figure), set.before(figure)));
    }

    private static List<FigureTable.Line> lines(FigureTable table) {
        return Stream.concat(table.lines().stream(), Stream.ofNullable(table.total()))
                .toList();
    }

    /** Each line of each figure, as people read it. */
    private static List<String> rows(FigureSet set) {
        return tables(set)
                .flatMap(table -> lines(table).stream())
                .map(line -> joined(line.label(), line.values().stream().map(FigureTable.Value::text)))
                .toList();
    }

    private static List<String> told(FigureSet set) {
        return tables(set)
                .flatMap(table -> lines(table).stream())
                .map(line -> joined(line.label(), line.values().stream().map(value -> plain(value.told()))))
                .toList();
    }

    private static List<String> values(FigureSet set) {
        List<String> values = new ArrayList<>();
        tables(set).forEach(table -> lines(table).forEach(line -> {
            for (int i = 0; i < line.values().size(); i++) {
                values.add(Csv.line(List.of(
                                table.figure().title(),
                                line.label(),
                                table.head().get(i),
                                line.values().get(i).told()))
                        .strip());
            }
        }));
        return values;
    }

    private static List<String> pageRows(Paper paper) {
        return paper.blocks().stream()
                .filter(Paper.Table.class::isInstance)
                .flatMap(table -> ((Paper.Table) table).rows().stream())
                .map(row -> row.stream().map(Paper.Cell::text).collect(Collectors.joining("|")))
                .toList();
    }

    private static List<String> wordRows(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            return document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .map(row -> row.getTableCells().stream()
                            .map(cell -> cell.getText())
                            .collect(Collectors.joining("|")))
                    .toList();
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return squeezed(stripper.getText(document));
        }
    }

    private List<String> sheetRows(FigureSet set) throws IOException {
        return sheetRows(set, "Summary");
    }

    private List<String> sheetRows(FigureSet set, String sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditWorkbook(
                        new CountedEntries(reader),
                        new RecordFixtures.WitnessedBelow(2),
                        new EntrySheets(
                                reader, new RightsOf(Role.BOARD_COMMITTEE, kind -> !kind.startsWith("dissent-"))),
                        Story.DAYS,
                        Titles.NONE)
                .write(set, new Integrity(set.head(), null), BOARD, out);
        List<String> rows = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getSheet(sheet).forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(
                        cell.getCellType() == CellType.NUMERIC
                                ? plain(cell.getNumericCellValue())
                                : cell.getStringCellValue()));
                rows.add(String.join("|", cells));
            });
        }
        return rows;
    }

    private static String plain(Object value) {
        return value instanceof Number number ? String.valueOf(number.longValue()) : value.toString();
    }

    private static String joined(String label, Stream<String> values) {
        return Stream.concat(Stream.of(label), values).collect(Collectors.joining("|"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s|]+", "");
    }

    private static String words(Paper paper) {
        return paper.blocks().toString();
    }

    private static void keep(byte[] word, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve("board.docx"), word);
        Files.write(folder.resolve("board.pdf"), pdf);
    }
}
