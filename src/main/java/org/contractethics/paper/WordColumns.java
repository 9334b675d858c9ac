package org.contractethics.paper;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.paper.Paper.Table;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/** Gives each column of a table the room that its longest word needs, so that no word is broken while there is room beside it. */
final class WordColumns {

    private static final int TWIPS = 9860;
    private static final int LONGEST = 40;
    private static final int EDGE = 40;
    private static final int EDGES_IN_LETTERS = 3;

    /** Bold letters, in which heads are written, are wider. */
    private static final double BOLD = 1.15;

    /** Letters between the edges of a page, in the sizes of tables and of wide tables. */
    private static final double LETTERS = 98;

    private static final double LETTERS_OF_WIDE = 138;

    private WordColumns() {}

    static void fit(XWPFTable written, Table table) {
        double[] shares = shares(table);
        if (table.wide()) {
            written.setCellMargins(0, EDGE, 0, EDGE);
        }
        double all = Arrays.stream(shares).sum();
        CTTblGrid grid = written.getCTTbl().getTblGrid() == null
                ? written.getCTTbl().addNewTblGrid()
                : written.getCTTbl().getTblGrid();
        grid.setGridColArray(null);
        for (int column = 0; column < shares.length; column++) {
            int width = (int) (TWIPS * shares[column] / all);
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
            int at = column;
            written.getRows().forEach(row -> row.getCell(at).setWidth(String.valueOf(width)));
        }
    }

    /** Where not everything finds room, texts are wrapped before a word is broken. */
    private static double[] shares(Table table) {
        List<Needed> needed = IntStream.range(0, table.head().size())
                .mapToObj(column -> needed(table, column))
                .toList();
        double words = needed.stream().mapToDouble(Needed::words).sum();
        double more = needed.stream().mapToDouble(Needed::more).sum();
        double room = Math.max(0, (table.wide() ? LETTERS_OF_WIDE : LETTERS) - words);
        double part = more == 0 ? 0 : Math.min(1, room / more);
        return needed.stream()
                .mapToDouble(column -> column.words() + column.more() * part)
                .toArray();
    }

    /**
     * What a column needs, in letters.
     *
     * @param words for its longest word
     * @param more some of what a whole text needs beyond it
     */
    private record Needed(double words, double more) {}

    private static Needed needed(Table table, int column) {
        List<String> texts = Stream.concat(
                        Stream.of(table.head().get(column)),
                        table.rows().stream().map(row -> row.get(column)).map(Cell::text))
                .toList();
        double word = Math.max(BOLD * longestWord(Stream.of(table.head().get(column))), longestWord(texts.stream()));
        int text = texts.stream().mapToInt(String::length).max().orElse(0);
        double needed = Math.min(LONGEST, word);
        return new Needed(
                EDGES_IN_LETTERS + needed, Math.max(0, Math.min(LONGEST, text) - needed) / (table.wide() ? 8.0 : 2.0));
    }

    private static int longestWord(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.split("\\s+")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
