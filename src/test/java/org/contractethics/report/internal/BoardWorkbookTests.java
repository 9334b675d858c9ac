package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** The board report as a spreadsheet, opened again and read cell by cell. */
class BoardWorkbookTests {

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final Actor LEADER = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);

    @Test
    void every_number_of_the_figures_is_a_number_with_the_days_it_tells() throws IOException {
        decided("APPROVE", "T2");

        XSSFSheet figures = written(BOARD).getSheet("Figures");

        List<List<Cell>> approved = rows(figures).stream()
                .filter(row -> row.get(0).getStringCellValue().equals(Figure.DECISIONS.title())
                        && row.get(1).getStringCellValue().equals("Approved")
                        && row.get(2).getStringCellValue().equals("Total"))
                .toList();
        assertThat(approved).singleElement().satisfies(row -> {
            assertThat(row.get(3).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.get(3).getNumericCellValue()).isEqualTo(1);
            assertThat(DateUtil.isCellDateFormatted(row.get(4))).isTrue();
            assertThat(row.get(5).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 31));
        });
    }

    @Test
    void the_cases_of_a_committee_stand_in_full_and_dissents_only_for_those_who_read_them() throws IOException {
        ContractId contract = decided("REJECT", "T4");
        UUID review = story.review(contract);
        story.happened(
                "dissent-recorded", contract, Story.facts(review, Map.of("outcome", "APPROVE", "reasons", "No harm")));

        XSSFWorkbook forBoard = written(BOARD);
        XSSFWorkbook forLeader = written(LEADER);

        assertThat(texts(forBoard.getSheet("Decisions in T4"))).contains("Rejected", "Reasons");
        assertThat(texts(forBoard.getSheet("Dissents"))).contains("Approved", "No harm");
        assertThat(forLeader.getSheet("Dissents")).isNull();
    }

    @Test
    void small_numbers_of_concerns_are_hidden_here_as_on_the_page() throws IOException {
        story.concern();

        List<List<Cell>> concerns = rows(written(BOARD).getSheet("Figures")).stream()
                .filter(row -> row.get(0).getStringCellValue().equals(Figure.CONCERNS.title())
                        && row.get(2).getStringCellValue().equals("Number"))
                .toList();

        assertThat(concerns).anySatisfy(row -> assertThat(row.get(3).toString()).isEqualTo("hidden"));
        assertThat(concerns)
                .noneSatisfy(row -> assertThat(row.get(3).toString()).isEqualTo("1.0"));
    }

    @Test
    void every_list_has_a_frozen_head_a_filter_and_a_set_up_for_paper() throws IOException {
        XSSFWorkbook book = written(BOARD);

        assertThat(book.getNumberOfSheets()).isEqualTo(13);
        IntStream.range(1, book.getNumberOfSheets()).mapToObj(book::getSheetAt).forEach(sheet -> {
            assertThat(sheet.getPaneInformation().isFreezePane())
                    .as(sheet.getSheetName())
                    .isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter())
                    .as(sheet.getSheetName())
                    .isNotNull();
            assertThat(sheet.getRepeatingRows().getLastRow()).isZero();
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFooter().getLeft()).contains("Record of " + story.entries.size() + " entries");
        });
    }

    @Test
    void the_checkpoint_is_a_text_and_a_picture_that_a_camera_reads_as_the_same() throws Exception {
        XSSFWorkbook book = written(BOARD);

        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(book.getAllPictures().get(0).getData()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        String read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();

        assertThat(read).startsWith("tests.example/record\n2\n");
        assertThat(texts(book.getSheet("Report"))).contains(read.strip());
        assertThat(book.getSheet("Report").getDrawingPatriarch().getShapes()).hasSize(1);
    }

    /** A program that only prints does not grow rows, and would print the lines of one over the next. */
    @Test
    void rows_of_several_lines_are_as_high_as_their_text_and_those_of_one_line_are_left_to_grow() throws IOException {
        XSSFSheet report = written(BOARD).getSheet("Report");

        assertThat(report.getCTWorksheet().getSheetFormatPr().getCustomHeight()).isFalse();
        List<Row> fixed = IntStream.rangeClosed(0, report.getLastRowNum())
                .mapToObj(report::getRow)
                .filter(row -> row != null && row.getCTRow().getCustomHeight())
                .map(Row.class::cast)
                .toList();
        assertThat(fixed)
                .as("those below the picture")
                .filteredOn(row -> row.getPhysicalNumberOfCells() == 0)
                .hasSize(14);
        assertThat(fixed)
                .filteredOn(row -> row.getPhysicalNumberOfCells() > 0)
                .extracting(row -> row.getCell(0).getStringCellValue())
                .containsExactly("Newest checkpoint", "The same to be scanned");
        assertThat(fixed.get(0).getHeightInPoints())
                .isGreaterThanOrEqualTo(15f
                        * fixed.get(0).getCell(1).getStringCellValue().lines().count());
    }

    private ContractId decided(String outcome, String tier) {
        ContractId contract = story.contract("CBP");
        story.decision(contract, story.review(contract), outcome, tier);
        return contract;
    }

    private XSSFWorkbook written(Actor viewer) throws IOException {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2026-11-24T12:00:00Z"));
        FigureSet set = new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader).figures(scope, viewer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BoardWorkbook(
                        new CountedEntries(reader),
                        new RightsOf(Role.BOARD_COMMITTEE, kind -> false),
                        new RecordFoot(new RecordFixtures.WitnessedBelow(2)),
                        new RuleChanges(reader),
                        Titles.NONE)
                .write(set, viewer, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<List<Cell>> rows(XSSFSheet sheet) {
        List<List<Cell>> rows = new ArrayList<>();
        sheet.forEach(row -> {
            List<Cell> cells = new ArrayList<>();
            row.forEach(cells::add);
            rows.add(cells);
        });
        return rows;
    }

    private static List<String> texts(XSSFSheet sheet) {
        return rows(sheet).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .toList();
    }
}
