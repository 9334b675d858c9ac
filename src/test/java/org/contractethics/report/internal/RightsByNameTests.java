package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.paper.Paper;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rights in the files of the reports: code and name, so that nobody needs a list of codes, and the code alone where no list has it. */
class RightsByNameTests {

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final String R09 = "R09 Equality and non-discrimination";

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);
    private final CountedEntries counted = new CountedEntries(reader);
    private final RightsOf rights = new RightsOf(Role.BOARD_COMMITTEE, kind -> false);
    private final RecordFoot foot = new RecordFoot(new RecordFixtures.WitnessedBelow(2));
    private final RuleChanges rules = new RuleChanges(reader);

    @BeforeEach
    void oneReviewWithARightThatNoCatalogueKnows() {
        ContractId contract = story.contract("CBP");
        UUID review = story.review(contract);
        story.assessed(contract, review, Map.of("R09", "CRITICAL", "R99", "CRITICAL"));
        story.decision(contract, review, "REJECT", "T4");
    }

    @Test
    void the_spreadsheet_of_the_board_names_rights_beside_the_same_numbers() throws IOException {
        List<List<String>> named = board(Titles.KNOWN, "Figures");
        List<List<String>> bare = board(Titles.NONE, "Figures");

        assertThat(of(named, Figure.RIGHTS)).extracting(row -> row.get(1)).contains(R09, "R99");
        assertThat(of(bare, Figure.RIGHTS)).extracting(row -> row.get(1)).contains("R09", "R99");
        assertThat(named.stream().map(row -> row.subList(2, row.size())))
                .containsExactlyElementsOf(
                        bare.stream().map(row -> row.subList(2, row.size())).toList());
        assertThat(board(Titles.KNOWN, "Critical cases").get(1).get(2).split("; "))
                .containsExactlyInAnyOrder(R09, "R99");
    }

    @Test
    void the_audit_workbook_names_them_in_figures_cases_and_decisions() throws IOException {
        assertThat(audit("Summary")).extracting(row -> row.get(0)).contains(R09, "R99");
        assertThat(audit("Critical cases").get(1).get(2).split("; ")).containsExactlyInAnyOrder(R09, "R99");
        assertThat(audit("Decisions").get(1)).contains(R09);
    }

    @Test
    void values_keep_the_code_and_name_it_in_a_column_of_its_own() {
        List<String> lines = new String(report(Titles.KNOWN).values(figures()), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines.get(0)).endsWith("\"Figure\",\"Row\",\"Column\",\"Value\",\"From\",\"To\",\"Name\"");
        String right = "\"" + Figure.RIGHTS.title() + "\",";
        assertThat(lines)
                .contains(
                        right + "\"R09\",\"Total\",1,\"2026-10-01\",\"2026-12-31\",\"Equality and non-discrimination\"")
                .contains(right + "\"R99\",\"Total\",1,\"2026-10-01\",\"2026-12-31\",\"\"")
                .anyMatch(line -> line.startsWith("\"Critical case\"")
                        && line.contains("\"Rights\",\"R")
                        && line.contains("Equality and non-discrimination"));
        assertThat(lines.subList(1, lines.size()).stream()
                        .filter(line -> !line.startsWith(right) && !line.contains("\"Rights\"")))
                .as("no other row is a right")
                .allMatch(line -> line.endsWith(",\"\""));
    }

    @Test
    void the_paper_names_them_in_its_table_and_its_cases() {
        Paper paper = report(Titles.KNOWN).paper(figures(), BOARD);

        assertThat(paper.blocks().stream()
                        .filter(Paper.Table.class::isInstance)
                        .flatMap(table -> ((Paper.Table) table).rows().stream())
                        .flatMap(row -> row.stream().map(Paper.Cell::text)))
                .contains(R09, "R99")
                .doesNotContain("R09");
    }

    @Test
    void what_a_figure_counts_is_listed_with_the_names_of_its_rights_and_other_words_stay() {
        Item critical = figures().now(Figure.CRITICAL_CASES).items(null, null).get(0);

        assertThat(Titles.KNOWN.item(Figure.CRITICAL_CASES, critical).what()).contains(R09, "R99");
        assertThat(Titles.KNOWN.item(Figure.APPEALS, critical)).isEqualTo(critical);
        assertThat(Titles.KNOWN.row(Figure.RIGHTS, "R99")).isEqualTo("R99");
        assertThat(Titles.KNOWN.row(Figure.DECISIONS, "R09")).isEqualTo("R09");
    }

    @Test
    void a_safeguard_without_a_name_is_told_in_words() {
        assertThat(new AgreedSafeguards.Stated("END_USE_RESTRICTION", "", "ABSENT").label())
                .isEqualTo("End use restriction");
        assertThat(new AgreedSafeguards.Stated("END_USE_RESTRICTION", "End-use restriction", "ABSENT").label())
                .isEqualTo("End-use restriction");
    }

    private static Stream<List<String>> of(List<List<String>> rows, Figure figure) {
        return rows.stream().filter(row -> row.get(0).equals(figure.title()));
    }

    private FigureSet figures() {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2027-01-24T12:00:00Z"));
        return new Insights(new CurrentCasebook(reader, Story.DAYS, Map::of), reader).figures(scope, BOARD);
    }

    private BoardReport report(TitledRights titled) {
        return new BoardReport(reader, new BoardCases(reader, counted, rights, titled), foot, rules, titled);
    }

    private List<List<String>> board(TitledRights titled, String sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BoardWorkbook(counted, rights, foot, rules, titled).write(figures(), BOARD, out);
        return rows(out, sheet);
    }

    private List<List<String>> audit(String sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FigureSet set = figures();
        new AuditWorkbook(
                        counted,
                        new RecordFixtures.WitnessedBelow(2),
                        new EntrySheets(reader, rights),
                        Story.DAYS,
                        Titles.KNOWN)
                .write(set, new Integrity(set.head(), null), BOARD, out);
        return rows(out, sheet);
    }

    private static List<List<String>> rows(ByteArrayOutputStream book, String sheet) throws IOException {
        DataFormatter shown = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book.toByteArray()))) {
            read.getSheet(sheet).forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(shown.formatCellValue(cell)));
                rows.add(cells);
            });
        }
        return rows;
    }
}
