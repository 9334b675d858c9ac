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

    private WordColumns() {}

    static void fit(XWPFTable written, Table table) {
        double[] shares = IntStream.range(0, table.head().size())
                .mapToDouble(column -> share(table, column))
                .toArray();
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

    /** Letters of the longest word, and some of what a whole text needs beyond it. */
    private static double share(Table table, int column) {
        List<String> texts = Stream.concat(
                        Stream.of(table.head().get(column)),
                        table.rows().stream().map(row -> row.get(column)).map(Cell::text))
                .toList();
        int word = texts.stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int text = texts.stream().mapToInt(String::length).max().orElse(0);
        int needed = Math.min(LONGEST, word);
        return EDGES_IN_LETTERS + needed + (Math.min(LONGEST, text) - needed) / (table.wide() ? 8.0 : 2.0);
    }
}
