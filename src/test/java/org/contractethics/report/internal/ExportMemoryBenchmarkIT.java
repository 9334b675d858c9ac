package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.contractethics.BenchmarkSize;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the exports of a quarter hold in memory while they are written, whatever the size of the record, of which the casebook alone takes
 * some hundred megabytes. Measured only on demand: {@code -Dbenchmark.boardReviews=100000}; in every build
 * over two hundred reviews.
 */
class ExportMemoryBenchmarkIT {

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final BenchmarkSize SIZE = BenchmarkSize.of("benchmark.boardReviews", GeneratedRecord.SMALLEST);
    private static final int MOST_MB = 128;

    private final GeneratedRecord record = new GeneratedRecord(SIZE.count());
    private final CountedEntries counted = new CountedEntries(record);
    private final RightsOf rights = new RightsOf(Role.BOARD_COMMITTEE, kind -> true);
    private final RecordFixtures.WitnessedBelow proofs = new RecordFixtures.WitnessedBelow(2);
    private final RuleChanges rules = new RuleChanges(record);
    private final RecordFoot foot = new RecordFoot(proofs);

    @Test
    void no_export_of_the_board_report_and_the_audit_report_holds_much(@TempDir Path files) throws IOException {
        FigureSet set = new Insights(new CurrentCasebook(record, Story.DAYS, Map::of), record)
                .figures(
                        new Scope(GeneratedRecord.quarter(SIZE), null, null, Instant.parse("2026-11-26T12:00:00Z")),
                        BOARD);
        BoardReport report =
                new BoardReport(record, new BoardCases(record, counted, rights, Titles.NONE), foot, rules, Titles.NONE);
        BoardWorkbook board = new BoardWorkbook(counted, rights, foot, rules, Titles.NONE);
        AuditWorkbook audit =
                new AuditWorkbook(counted, proofs, new EntrySheets(record, rights), Story.DAYS, Titles.NONE);
        Paper paper = report.paper(set, BOARD);

        if (SIZE.isMeasured()) { // the others show how memory is looked at, which takes its time
            held(files, "PDF", out -> out.write(PaperFormat.PDF.write(paper)));
            held(files, "DOCX", out -> out.write(PaperFormat.WORD.write(paper)));
        }
        held(files, "CSV", out -> out.write(report.values(set)));
        held(files, "board report, XLSX", out -> board.write(set, BOARD, out));
        held(files, "audit report, XLSX", out -> audit.write(set, new Integrity(record.head(), null), BOARD, out));
    }

    private static void held(Path files, String what, LiveMemory.Writing export) throws IOException {
        long held = LiveMemory.heldBy(export, files.resolve("export"));
        SIZE.say("%-24s holds %d MB at most%n", what, held);
        assertThat(held).as(what).isLessThan(MOST_MB);
    }
}
