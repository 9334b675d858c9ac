package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.contractethics.BenchmarkSize;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the board report of a quarter takes over a record of many reviews: the fold, the figures, the files. The entries are made in
 * memory, so what the database takes to read them comes on top. Measured only on demand: {@code
 * -Dbenchmark.boardReviews=100000}; in every build once over two hundred reviews.
 */
class BoardReportBenchmarkIT {

    private static final Actor BOARD = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final BenchmarkSize SIZE = BenchmarkSize.of("benchmark.boardReviews", GeneratedRecord.SMALLEST);
    private static final int COLD_LOOKS = SIZE.either(5, 1);
    private static final int WARMING = SIZE.either(15, 0);
    private static final int LOOKS = SIZE.either(40, 1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void tells_what_the_board_report_takes() {
        int reviews = SIZE.count();
        GeneratedRecord record = new GeneratedRecord(reviews);
        Insights insights = new Insights(new CurrentCasebook(record, Story.DAYS, Map::of), record);
        Scope scope = new Scope(GeneratedRecord.quarter(SIZE), null, null, Instant.parse("2026-11-26T12:00:00Z"));
        RecordFixtures.WitnessedBelow proofs = new RecordFixtures.WitnessedBelow(2);
        CountedEntries counted = new CountedEntries(record);
        ReadingRights rights = new AllRead();
        BoardReport report = new BoardReport(
                record,
                new BoardCases(record, counted, rights, Titles.NONE),
                new RecordFoot(proofs),
                new RuleChanges(record),
                Titles.NONE);
        BoardWorkbook board =
                new BoardWorkbook(counted, rights, new RecordFoot(proofs), new RuleChanges(record), Titles.NONE);
        AuditWorkbook audit =
                new AuditWorkbook(counted, proofs, new EntrySheets(record, rights), Story.DAYS, Titles.NONE);

        FigureSet first = timed("fold and first figures", () -> insights.figures(scope, BOARD));
        for (int i = 0; i < COLD_LOOKS; i++) {
            record.grow();
            FigureSet unused = timed("figures, record changed", () -> insights.figures(scope, BOARD));
        }
        warmLooks("a quarter that is over", record, insights, scope);
        warmLooks("the quarter that runs", record, insights, running(scope));
        FigureSet unused = timed("figures, asked again", () -> insights.figures(scope, BOARD));
        for (Scope other : List.of(of(scope, "T4", null), of(scope, null, "Agency 7"))) {
            FigureSet unusedCut = timed("figures, another cut", () -> insights.figures(other, BOARD));
        }
        Paper paper = timed("paper", () -> report.paper(first, BOARD));
        byte[] pdf = timed("PDF", () -> PaperFormat.PDF.write(paper));
        byte[] word = timed("DOCX", () -> PaperFormat.WORD.write(paper));
        byte[] csv = timed("CSV", () -> report.values(first));
        byte[] sheet = timed("board report, XLSX", () -> written(out -> board.write(first, BOARD, out)));
        byte[] entries = timed(
                "audit report, XLSX",
                () -> written(out -> audit.write(first, new Integrity(record.head(), null), BOARD, out)));
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.gc();
        Runtime memory = Runtime.getRuntime();
        SIZE.say(
                "%d reviews, %d entries; PDF %d KB, DOCX %d KB, CSV %d KB, XLSX %d and %d KB; heap at most %d MB, in use"
                        + " %d MB%n",
                reviews,
                record.head().size(),
                pdf.length >> 10,
                word.length >> 10,
                csv.length >> 10,
                sheet.length >> 10,
                entries.length >> 10,
                peak >> 20,
                (memory.totalMemory() - memory.freeMemory()) >> 20);
        assertThat(first.now(Figure.DECISIONS).total()).isPositive();
        assertThat(List.of(pdf, word, csv, sheet, entries)).noneMatch(file -> file.length == 0);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The entries that are made between two looks fall into it. */
    private static Scope running(Scope scope) {
        return new Scope(Period.quarterOf(LocalDate.of(2026, 11, 1)), null, null, scope.now());
    }

    private static void warmLooks(String what, GeneratedRecord record, Insights insights, Scope scope) {
        double[] millis = new double[LOOKS];
        Duration busy = Duration.ZERO;
        for (int i = -WARMING; i < LOOKS; i++) {
            record.grow();
            busy = i == 0 ? busyOfProcess() : busy;
            long start = System.nanoTime();
            FigureSet unused = insights.figures(scope, BOARD);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        SIZE.say(
                "%s, record changed, %d looks after %d more: p50 %.0f ms, p95 %.0f ms, %.0f ms of all cores each%n",
                what,
                LOOKS,
                WARMING,
                millis[LOOKS / 2],
                millis[LOOKS * 95 / 100],
                busyOfProcess().minus(busy).toMillis() / (double) LOOKS);
    }

    private static Duration busyOfProcess() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Scope of(Scope scope, @Nullable String tier, @Nullable String agency) {
        return new Scope(scope.period(), tier, agency, scope.now());
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        long busy = THREADS.getCurrentThreadCpuTime();
        T done = work.get();
        SIZE.say(
                "%-24s %8.0f ms, %8.0f ms of a core%n",
                what, (System.nanoTime() - start) / 1e6, (THREADS.getCurrentThreadCpuTime() - busy) / 1e6);
        return done;
    }

    /** Reads everything. */
    private static final class AllRead implements ReadingRights {

        @Override
        public boolean mayReadAll(Actor viewer) {
            return true;
        }

        @Override
        public Predicate<RecordEntry> readableBy(Actor viewer) {
            return entry -> true;
        }

        @Override
        public boolean mayRead(String kind, Actor viewer) {
            return true;
        }
    }
}
