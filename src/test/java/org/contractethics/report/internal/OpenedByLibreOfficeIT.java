package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the reports as an office program opens them: nothing is lost, nothing hangs over, each number is that of the record. */
class OpenedByLibreOfficeIT {

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final Instant NOW = Instant.parse("2027-01-24T12:00:00Z");
    private static final int CONTRACTS = 260;
    private static final String LONG = "Analysis of large amounts of data about people who crossed a border ".repeat(3);

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);
    private final CurrentCasebook casebook = new CurrentCasebook(reader, Story.DAYS, Map::of);
    private final RecordFoot foot = new RecordFoot(new RecordFixtures.WitnessedBelow(2));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aQuarterOfManyContracts() {
        assumeThat(LibreOffice.isHere()).isTrue();
        for (int i = 0; i < CONTRACTS; i++) {
            ContractId contract = story.contract(i % 2 == 0 ? "Border agency" : "=SUM(A1)");
            UUID review = story.review(contract);
            story.tier(contract, review, "T" + (1 + i % 4));
            story.assessed(contract, review, Map.of("R09", i % 5 == 0 ? "CRITICAL" : "SERIOUS"));
            UUID decision = story.decision(
                    contract,
                    review,
                    List.of("APPROVE", "CONDITIONAL", "REJECT").get(i % 3),
                    "T4");
            story.condition(contract, review, decision, "2026-10-3" + i % 2, i % 2 == 0);
            story.happened(
                    "dissent-recorded",
                    contract,
                    Story.facts(review, Map.of("voter", "bea.novak", "outcome", "REJECT", "reasons", LONG + i)));
        }
    }

    @Test
    void the_spreadsheet_of_the_board_shows_every_number_and_every_case() throws Exception {
        FigureSet set = figures();
        Path file = folder.resolve("board.xlsx");
        try (var out = Files.newOutputStream(file)) {
            new BoardWorkbook(
                            new CountedEntries(reader),
                            new RightsOf(Role.BOARD_COMMITTEE, kind -> false),
                            foot,
                            new RuleChanges(reader),
                            Titles.KNOWN)
                    .write(set, BOARD, out);
        }

        LibreOffice.convert(LibreOffice.SHEETS_AS_SHOWN, folder, file);

        List<List<String>> figures = sheet("board-Figures.csv");
        assertThat(figures.subList(1, figures.size()).stream()
                        .map(row -> row.subList(0, 4))
                        .toList())
                .containsExactlyElementsOf(values(set));
        assertThat(sheet("board-Dissents.csv")).hasSize(CONTRACTS + 1).anyMatch(row -> row.get(4)
                .equals(LONG + (CONTRACTS - 1)));
        assertThat(sheet("board-Critical cases.csv"))
                .hasSize(set.now(Figure.CRITICAL_CASES).total() + 1);
        assertThat(sheet("board-Overdue conditions.csv"))
                .hasSize(set.now(Figure.OPEN_CONDITIONS).count("overdue", null) + 1);
        assertThat(allSheets())
                .noneMatch(cell -> cell.contains("###") || cell.startsWith("Err:") || cell.equals("#NAME?"));
    }

    @Test
    void the_audit_workbook_shows_every_decision_with_its_rights_by_name() throws Exception {
        FigureSet set = figures();
        Path file = folder.resolve("audit.xlsx");
        try (var out = Files.newOutputStream(file)) {
            new AuditWorkbook(
                            new CountedEntries(reader),
                            new RecordFixtures.WitnessedBelow(2),
                            new EntrySheets(reader, new RightsOf(Role.BOARD_COMMITTEE, kind -> false)),
                            Story.DAYS,
                            Titles.KNOWN)
                    .write(set, new Integrity(set.head(), null), BOARD, out);
        }

        LibreOffice.convert(LibreOffice.SHEETS_AS_SHOWN, folder, file);

        assertThat(sheet("audit-Decisions.csv"))
                .hasSize(set.now(Figure.DECISIONS).total() + 1)
                .filteredOn(row -> row.contains("R09 Equality and non-discrimination"))
                .hasSize(CONTRACTS);
        assertThat(allSheets()).noneMatch(cell -> cell.contains("###"));
    }

    @Test
    void the_word_file_of_the_board_keeps_every_row_within_its_pages() throws Exception {
        FigureSet set = figures();
        Paper paper = new BoardReport(
                        reader,
                        new BoardCases(
                                reader,
                                new CountedEntries(reader),
                                new RightsOf(Role.BOARD_COMMITTEE, kind -> false),
                                Titles.KNOWN),
                        foot,
                        new RuleChanges(reader),
                        Titles.KNOWN)
                .paper(set, BOARD);

        assertThat(missing(paper, "board")).isEmpty();
        List<String> pages = pages("board");
        assertThat(introduced(paper)).hasSizeGreaterThan(10).allMatch(words -> pages.stream()
                .anyMatch(page -> page.contains(words)));
    }

    @Test
    void staff_report_and_statement_show_the_numbers_of_the_page() throws Exception {
        StaffReport reports = new StaffReport(
                casebook, reader, foot, new RuleChanges(reader), Titles.KNOWN, Clock.fixed(NOW, ZoneOffset.UTC));
        Map<String, Paper> papers =
                Map.of("staff", reports.staff(2026, null), "statement", reports.statement(2026, BOARD));
        for (Map.Entry<String, Paper> one : papers.entrySet()) {
            Files.write(folder.resolve(one.getKey() + ".xlsx"), StaffTables.workbook(one.getValue()));
        }

        LibreOffice.convert(
                LibreOffice.SHEETS_AS_SHOWN, folder, folder.resolve("staff.xlsx"), folder.resolve("statement.xlsx"));

        for (Map.Entry<String, Paper> one : papers.entrySet()) {
            List<List<String>> figures = sheet(one.getKey() + "-Figures.csv");
            assertThat(figures.subList(1, figures.size())).containsExactlyElementsOf(numbers(one.getValue()));
            assertThat(missing(one.getValue(), one.getKey())).isEmpty();
        }
        assertThat(sheet("staff-Figures.csv"))
                .contains(List.of("Reviews received", "Reviews received", "Quarter 4", String.valueOf(CONTRACTS)));
        assertThat(allSheets()).noneMatch(cell -> cell.contains("###"));
    }

    private FigureSet figures() {
        return new Insights(casebook, reader)
                .figures(new Scope(Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, NOW), BOARD);
    }

    /** Each number of each figure, counted from the record. */
    private static List<List<String>> values(FigureSet set) {
        List<List<String>> values = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            FigureTable table = Titles.KNOWN.table(Tabulating.table(set.now(figure), set.before(figure)));
            List<FigureTable.Line> lines = new ArrayList<>(table.lines());
            if (table.total() != null) {
                lines.add(table.total());
            }
            for (FigureTable.Line line : lines) {
                for (int i = 0; i < line.values().size(); i++) {
                    values.add(List.of(
                            figure.title(),
                            line.label(),
                            table.head().get(i),
                            shown(line.values().get(i).told())));
                }
            }
        }
        return values;
    }

    private static String shown(Object told) {
        return told instanceof Double number
                ? String.format(java.util.Locale.ROOT, "%,d", Math.round(number))
                : told.toString();
    }

    private static List<List<String>> numbers(Paper paper) {
        List<List<String>> numbers = new ArrayList<>();
        String under = "";
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Heading heading) {
                under = heading.text();
            } else if (block instanceof Paper.Table table) {
                for (List<Paper.Cell> row : table.rows()) {
                    for (int i = 1; i < row.size(); i++) {
                        numbers.add(List.of(
                                under,
                                row.get(0).text(),
                                table.head().get(i),
                                row.get(i).text()));
                    }
                }
            }
        }
        return numbers;
    }

    /** Rows of the paper that the office program does not print, and letters that it prints beyond the edge of a page. */
    private List<String> missing(Paper paper, String name) throws Exception {
        Path word = Files.write(folder.resolve(name + ".docx"), PaperFormat.WORD.write(paper));
        LibreOffice.convert(LibreOffice.PDF, folder, word);
        WithinPages printed = new WithinPages();
        String text;
        try (PDDocument document = Loader.loadPDF(folder.resolve(name + ".pdf").toFile())) {
            text = squeezed(printed.getText(document));
        }
        List<String> missing = new ArrayList<>(printed.beyond);
        assertThat(cells(paper)).hasSizeGreaterThan(25);
        cells(paper).stream().filter(cell -> !text.contains(squeezed(cell))).forEach(missing::add);
        return missing;
    }

    /** The words before each table, with the first of its heads. */
    private static List<String> introduced(Paper paper) {
        List<String> introduced = new ArrayList<>();
        for (int i = 1; i < paper.blocks().size(); i++) {
            if (paper.blocks().get(i - 1) instanceof Paper.Text words
                    && paper.blocks().get(i) instanceof Paper.Table table) {
                introduced.add(squeezed(words.text() + table.head().get(0)));
            }
        }
        return introduced;
    }

    private List<String> pages(String name) {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(folder.resolve(name + ".pdf").toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(squeezed(text.getText(document)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static List<String> cells(Paper paper) {
        return paper.blocks().stream()
                .filter(Paper.Table.class::isInstance)
                .flatMap(table -> ((Paper.Table) table).rows().stream())
                .flatMap(row -> row.stream().map(Paper.Cell::text))
                .distinct()
                .toList();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private List<List<String>> sheet(String name) throws IOException {
        return LibreOffice.rows(Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
    }

    private List<String> allSheets() throws IOException {
        List<String> cells = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : files) {
                sheet(file.getFileName().toString()).forEach(cells::addAll);
            }
        }
        return cells;
    }

    /** Reads a PDF and notes every letter that lies outside of its page. */
    private static final class WithinPages extends PDFTextStripper {

        private final List<String> beyond = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            float right = text.getX() + text.getWidth();
            if (text.getX() < 0
                    || right > text.getPageWidth()
                    || text.getY() < 0
                    || text.getY() > text.getPageHeight()) {
                beyond.add("page " + getCurrentPageNo() + ": " + text);
            }
            super.processTextPosition(text);
        }
    }
}
