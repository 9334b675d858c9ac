package org.contractethics.paper;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.paper.Paper.Table;

/** Columns of single words or a few: long words beside them must not squeeze them until they break inside a word. */
final class ShortColumns {

    private static final int MOST_LETTERS = 14;
    private static final int MOST_COLUMNS = 6;

    private ShortColumns() {}

    /** Their places in the table, counted from 0. */
    static Set<Integer> of(Table table) {
        return table.numbers() || table.head().size() > MOST_COLUMNS
                ? Set.of()
                : IntStream.range(0, table.head().size())
                        .filter(column -> fits(table, column))
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean fits(Table table, int column) {
        return table.head().get(column).length() <= MOST_LETTERS
                && table.rows().stream().allMatch(row -> row.get(column).text().length() <= MOST_LETTERS);
    }
}
