package org.contractethics.report.internal;

import static org.contractethics.report.internal.ReportSheets.UTC;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordProofs;
import org.contractethics.report.internal.FigureTable.Line;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The audit report as a spreadsheet; every list holds exactly what the figure of the summary counts.
 */
@Component
public class AuditWorkbook {

    /** Columns that a definition stands across. */
    private static final int WORDS_OVER = 5;

    private final CountedEntries counted;
    private final RecordProofs proofs;
    private final EntrySheets entries;
    private final WorkingDays days;
    private final TitledRights titled;

    AuditWorkbook(
            CountedEntries counted, RecordProofs proofs, EntrySheets entries, WorkingDays days, TitledRights titled) {
        this.counted = counted;
        this.proofs = proofs;
        this.entries = entries;
        this.days = days;
        this.titled = titled;
    }

    /** Writes the report on what the set counted; the viewer decides which entries the index lists. */
    public void write(FigureSet set, Integrity integrity, Actor viewer, OutputStream out) throws IOException {
        ReportSheets.write("Audit report", set, out, pages -> {
            summary(pages.sheet("Summary"), set, integrity);
            ReportSheets.critical(pages.sheet("Critical cases"), set, titled);
            decisions(pages.sheet("Decisions"), set);
            stages(pages.sheet("Stages"), set);
            conditions(pages.sheet("Conditions"), set);
            concerns(pages.sheet("Concerns"), set);
            entries.write(pages, set, viewer);
        });
    }

    private void summary(SheetWriter sheet, FigureSet set, Integrity integrity) {
        sheet.widths(44, 24, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16);
        ReportSheets.about(sheet, "Audit report, " + set.scope().period().words(), set);
        sheet.row("Integrity", integrity.words());
        proofs.newest().ifPresent(checkpoint -> {
            sheet.row("Newest checkpoint", checkpoint.witnessed() ? "Witnessed" : "Not yet witnessed");
            sheet.row("Its text; keep it, later records must begin with it", checkpoint.note());
        });
        sheet.row(
                "Last verified" + UTC,
                integrity.last() == null ? null : integrity.last().verifiedAt());
        for (Figure figure : Figure.values()) {
            sheet.gap();
            table(sheet, titled.table(Tabulating.table(set.now(figure), set.before(figure))));
        }
    }

    private static void table(SheetWriter sheet, FigureTable table) {
        sheet.title(table.figure().title());
        sheet.over(WORDS_OVER, table.figure().definition());
        sheet.heading(prepended(table.figure().rowHead(), table.head()));
        for (Line line : table.lines()) {
            sheet.row(cells(line));
        }
        Line total = table.total();
        if (total != null) {
            sheet.row(cells(total));
        }
    }

    private static @Nullable Object[] cells(Line line) {
        List<Object> values =
                line.values().stream().map(FigureTable.Value::told).toList();
        return prepended(line.label(), values);
    }

    private static Object[] prepended(String first, List<?> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toArray();
    }

    private void decisions(SheetWriter sheet, FigureSet set) {
        sheet.head(
                List.of(
                        "Entry",
                        "Decided" + UTC,
                        "Contract",
                        "Tier",
                        "Outcome",
                        "Conditions",
                        "Rights",
                        "Reasons",
                        "Decided by",
                        "Expires on",
                        "Policy version",
                        "Document set (SHA-256)"),
                8,
                18,
                44,
                7,
                24,
                11,
                44,
                60,
                18,
                12,
                10,
                66);
        counted.each(
                set,
                Figure.DECISIONS,
                "decision-recorded",
                (item, entry) -> sheet.row(
                        entry.index(),
                        entry.occurredAt(),
                        item.subject(),
                        entry.text("tier").orElse(null),
                        item.what(),
                        entry.number("conditions").orElse(0),
                        rights(entry),
                        set.reasons(entry).orElse(null),
                        entry.text("decidedBy").orElse(entry.actor()),
                        FactReader.day(entry, "expiresOn").orElse(null),
                        plain(entry, "policyVersion"),
                        entry.text("documentSetHash").orElse(null)));
        sheet.finish();
    }

    /** In the words of the version that the decision was made under. */
    private String rights(RecordEntry entry) {
        List<String> codes = entry.list("rights").stream().map(String::valueOf).toList();
        OptionalLong version = entry.number("policyVersion");
        return titled.of(codes, version.isPresent() ? Math.toIntExact(version.getAsLong()) : null);
    }

    private void stages(SheetWriter sheet, FigureSet set) {
        sheet.head(
                List.of(
                        "Entry",
                        "Contract",
                        "Code",
                        "Stage",
                        "Outcome",
                        "Started" + UTC,
                        "Due" + UTC,
                        "Completed" + UTC,
                        "Hours",
                        "Working days",
                        "In time",
                        "Completed by"),
                8,
                44,
                7,
                24,
                18,
                18,
                18,
                18,
                8,
                10,
                10,
                18);
        counted.each(set, Figure.STAGE_TIMES, "stage-completed", (item, entry) -> {
            Instant started = FactReader.time(entry, "startedAt").orElse(null);
            Instant due = FactReader.time(entry, "dueAt").orElse(null);
            sheet.row(
                    entry.index(),
                    item.subject(),
                    entry.text("stageCode").orElse(null),
                    Words.of(FactReader.code(entry, "stage")),
                    entry.text("outcome").map(Words::outcome).orElse(null),
                    started,
                    due,
                    entry.occurredAt(),
                    entry.number("hours").orElse(0),
                    started == null ? null : workingDays(started, entry),
                    due == null ? null : entry.occurredAt().isAfter(due) ? "Late" : "In time",
                    entry.actor());
        });
        sheet.finish();
    }

    /** Without those for which the clock of the stage stood still. */
    private long workingDays(Instant started, RecordEntry entry) {
        return Math.max(
                days.between(started, entry.occurredAt())
                        - entry.number("stoppedWorkingDays").orElse(0),
                0);
    }

    private void conditions(SheetWriter sheet, FigureSet set) {
        sheet.head(
                List.of("Entry", "Imposed" + UTC, "Contract", "Owner", "Due on", "Blocking", "Overdue"),
                8,
                18,
                44,
                18,
                12,
                12,
                10);
        Map<Long, Item> overdue =
                CountedEntries.byEntry(set.now(Figure.OPEN_CONDITIONS).items("overdue", null));
        counted.each(
                set,
                Figure.OPEN_CONDITIONS,
                "condition-imposed",
                (item, entry) -> sheet.row(
                        entry.index(),
                        entry.occurredAt(),
                        item.subject(),
                        entry.text("owner").orElse(null),
                        FactReader.day(entry, "dueOn").orElse(null),
                        entry.flag("blocking") ? "Yes" : "No",
                        overdue.containsKey(entry.index()) ? "Yes" : "No"));
        sheet.finish();
    }

    private static void concerns(SheetWriter sheet, FigureSet set) {
        FigureTable table = Tabulating.table(set.now(Figure.CONCERNS), set.before(Figure.CONCERNS));
        sheet.head(Stream.concat(Stream.of("State"), table.head().stream()).toList(), 36, 14, 16);
        table.lines().forEach(line -> sheet.row(cells(line)));
        if (table.total() != null) {
            sheet.row(cells(table.total()));
        }
        sheet.finish();
    }

    private static @Nullable Object plain(RecordEntry entry, String fact) {
        Object value = entry.facts().get(fact);
        return value instanceof Number || value instanceof String ? value : null;
    }
}
