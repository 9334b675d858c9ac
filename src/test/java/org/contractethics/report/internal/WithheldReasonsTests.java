package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.shared.SecretFacts.Secret;
import org.junit.jupiter.api.Test;

/** Reasons may tell what the register withholds of a contract, so they are withheld with it (H15, H18). */
class WithheldReasonsTests {

    private static final Actor LEADER = new Actor("lena.hoffman", "Lena Hoffman", Set.of(Role.LEADERSHIP));
    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final String OF_SECRET = "Because of who buys it";
    private static final String OF_REDACTED = "Because of what it is";
    private static final String OF_OPEN = "Because of the border";

    private final Story story = new Story();
    private final StoryReader reader = new StoryReader(story.entries);
    private final ContractId secret = decided(OF_SECRET);
    private final RightsOf rights = new RightsOf(Role.BOARD_COMMITTEE, kind -> false);
    private final CountedEntries entries = new CountedEntries(reader);
    private final RecordFoot foot = new RecordFoot(new RecordFixtures.WitnessedBelow(2));
    private final RuleChanges rules = new RuleChanges(reader);

    WithheldReasonsTests() {
        story.happened(
                "redaction-approved",
                decided(OF_REDACTED),
                Map.of("redactionId", "r", "fields", List.of("SUPPLIER"), "endsOn", "2027-12-31"));
        decided(OF_OPEN);
    }

    @Test
    void the_board_report_withholds_them_from_leadership_and_from_nobody_else() {
        BoardReport report =
                new BoardReport(reader, new BoardCases(reader, entries, rights, Titles.NONE), foot, rules, Titles.NONE);

        assertThat(report.paper(figures(LEADER), LEADER).blocks().toString())
                .contains("Withheld", OF_OPEN)
                .doesNotContain(OF_SECRET, OF_REDACTED);
        assertThat(report.paper(figures(BOARD), BOARD).blocks().toString()).contains(OF_SECRET, OF_REDACTED, OF_OPEN);
    }

    @Test
    void so_does_its_spreadsheet() throws IOException {
        BoardWorkbook workbook = new BoardWorkbook(entries, rights, foot, rules, Titles.NONE);

        assertThat(texts("Decisions in T4", out -> workbook.write(figures(LEADER), LEADER, out)))
                .contains("Withheld", OF_OPEN)
                .doesNotContain(OF_SECRET, OF_REDACTED);
        assertThat(texts("Decisions in T4", out -> workbook.write(figures(BOARD), BOARD, out)))
                .contains(OF_SECRET, OF_REDACTED, OF_OPEN);
    }

    @Test
    void so_does_the_audit_report() throws IOException {
        AuditWorkbook workbook = new AuditWorkbook(
                entries,
                new RecordFixtures.WitnessedBelow(2),
                new EntrySheets(reader, rights),
                Story.DAYS,
                Titles.NONE);

        assertThat(texts("Decisions", out -> workbook.write(figures(LEADER), integrity(), LEADER, out)))
                .contains("Withheld", OF_OPEN)
                .doesNotContain(OF_SECRET, OF_REDACTED);
        assertThat(texts("Decisions", out -> workbook.write(figures(BOARD), integrity(), BOARD, out)))
                .contains(OF_SECRET, OF_REDACTED, OF_OPEN);
    }

    @FunctionalInterface
    private interface Writing {

        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static List<String> texts(String sheet, Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getSheet(sheet).forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        }
        return texts;
    }

    private Integrity integrity() {
        return new Integrity(reader.head(), null);
    }

    private FigureSet figures(Actor viewer) {
        Scope scope = new Scope(
                Period.quarterOf(LocalDate.of(2026, 11, 24)), null, null, Instant.parse("2026-11-24T12:00:00Z"));
        Map<ContractId, Secret> withheld = Map.of(secret, new Secret("C-000001", Set.of("TITLE")));
        return new Insights(new CurrentCasebook(reader, Story.DAYS, () -> withheld), reader).figures(scope, viewer);
    }

    private ContractId decided(String reasons) {
        ContractId contract = story.contract("CBP");
        story.happened(
                "decision-recorded",
                contract,
                Story.facts(story.review(contract), Map.of("outcome", "REJECT", "tier", "T4", "reasons", reasons)));
        return contract;
    }
}
