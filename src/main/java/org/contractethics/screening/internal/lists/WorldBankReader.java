package org.contractethics.screening.internal.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ineligible firms and individuals of the World Bank: a line with the day of the download, a heading of two lines, then the firms. */
final class WorldBankReader {

    private static final Pattern DOWNLOADED = Pattern.compile("Downloaded on:\\s*(\\d{2})/(\\d{2})/(\\d{4}).*");
    private static final Pattern ALSO_KNOWN = Pattern.compile(
            "(?i)\\(?\\s*(?:A\\.?K\\.?A\\.?|F\\.?K\\.?A\\.?|ALSO KNOWN AS|FORMERLY KNOWN AS|FORMERLY|D\\.?B\\.?A\\.?)[\\s:]+(.+?)\\)?");

    private WorldBankReader() {}

    static ParsedList read(String file, byte[] bytes) throws MalformedList {
        List<Rows.Row> rows = Rows.unchecked(file, bytes, ',');
        int heading = 0;
        while (heading < rows.size() && !rows.get(heading).cell(0).equals("Firm Name")) {
            heading++;
        }
        if (heading == rows.size()) {
            throw new MalformedList(
                    file, 1, "has no heading \"Firm Name\". This is another list or another form of it.");
        }
        Rows.check(
                file,
                rows.subList(heading, rows.size()),
                rows.get(heading).cells().size());
        Columns columns = Columns.of(
                file, rows.get(heading), "additional firm info", "country", "ineligibility period", "grounds");
        List<Drafted> drafts = new ArrayList<>();
        for (Rows.Row row : rows.subList(heading + 1, rows.size())) {
            if (!isSecondHeading(row)) {
                drafts.add(draft(row, columns));
            }
        }
        return ListReaders.list(file, drafts, stated(rows.get(0).cell(0)));
    }

    private static boolean isSecondHeading(Rows.Row row) {
        return row.cells().contains("From Date");
    }

    private static Drafted draft(Rows.Row row, Columns columns) {
        String name = row.cell(0).replaceFirst("(?<=[^*])\\*\\d+$", "").strip();
        String further = columns.of(row, "additional firm info").replaceFirst("^\\*\\d+\\s*", "");
        String from = columns.of(row, "ineligibility period");
        Drafted draft = new Drafted("WB:" + name + ":" + from, EntryKind.UNKNOWN).name(name, NameStrength.STRONG);
        Matcher alias = ALSO_KNOWN.matcher(further);
        if (alias.matches()) {
            draft.name(alias.group(1), NameStrength.STRONG);
        } else if (!further.isEmpty()
                && further.codePoints().filter(Character::isIdeographic).count() > 1) {
            draft.name(further, NameStrength.ORIGINAL_SCRIPT);
        } else {
            draft.reason(further);
        }
        return draft.country(columns.of(row, "country"))
                .programme("WB-DEBARRED")
                .reason(columns.of(row, "grounds"))
                .reason("From " + from);
    }

    private static @Nullable LocalDate stated(String line) {
        Matcher downloaded = DOWNLOADED.matcher(line);
        if (!downloaded.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(downloaded.group(3)),
                    Integer.parseInt(downloaded.group(2)),
                    Integer.parseInt(downloaded.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
