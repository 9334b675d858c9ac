package org.contractethics.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Block;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Heading;
import org.contractethics.paper.Paper.Items;
import org.contractethics.paper.Paper.Table;
import org.contractethics.paper.Paper.Text;
import org.contractethics.shared.Csv;

/**
 * The staff report and the statement as values. They are taken from the paper that people read and from nothing else: a number that is
 * hidden there has none here.
 */
public final class StaffTables {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final List<String> HEAD = List.of("Figure", "Row", "Column", "Value");

    private StaffTables() {}

    /** One line for each number. */
    public static byte[] csv(Paper paper) {
        StringBuilder csv = new StringBuilder(Csv.MARK).append(Csv.line(HEAD));
        lines(paper).forEach(line -> csv.append(Csv.line(line)));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] workbook(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String foot = paper.foot().lines().findFirst().orElse("");
        try {
            ReportSheets.write(paper.title(), foot, out, pages -> {
                SheetWriter words = pages.sheet("About");
                words.widths(44, 100);
                words.title(paper.title());
                words(paper).forEach(line -> words.row(line.toArray()));
                words.row("Record", paper.foot());
                SheetWriter figures = pages.sheet("Figures");
                figures.head(HEAD, 44, 44, 20, 16);
                lines(paper).forEach(line -> figures.row(line.toArray()));
                figures.finish();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<List<Object>> lines(Paper paper) {
        List<List<Object>> lines = new ArrayList<>();
        String figure = "";
        for (Block block : paper.blocks()) {
            if (block instanceof Heading heading) {
                figure = heading.text();
            } else if (block instanceof Table table) {
                for (List<Cell> row : table.rows()) {
                    for (int i = 1; i < row.size(); i++) {
                        lines.add(List.of(
                                figure,
                                row.get(0).text(),
                                table.head().get(i),
                                told(row.get(i).text())));
                    }
                }
            }
        }
        return lines;
    }

    /** What is said besides the numbers, each under its heading. */
    private static List<List<Object>> words(Paper paper) {
        List<List<Object>> lines = new ArrayList<>();
        String under = "";
        for (Block block : paper.blocks()) {
            if (block instanceof Heading heading) {
                under = heading.text();
            } else if (block instanceof Text text) {
                lines.add(List.of(under, text.text()));
            } else if (block instanceof Items items) {
                for (String item : items.items()) {
                    lines.add(List.of(under, item));
                }
            }
        }
        return lines;
    }

    private static Object told(String text) {
        return NUMBER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
    }
}
