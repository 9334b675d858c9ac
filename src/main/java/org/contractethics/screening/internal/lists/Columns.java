package org.contractethics.screening.internal.lists;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a file by the names in its heading. */
final class Columns {

    private final Map<String, Integer> places = new HashMap<>();

    private Columns() {}

    /** Of this heading, which has to have all these columns; further ones do no harm. */
    static Columns of(String file, Rows.Row heading, String... needed) throws MalformedList {
        Columns columns = new Columns();
        for (int i = 0; i < heading.cells().size(); i++) {
            columns.places.putIfAbsent(heading.cell(i).toLowerCase(Locale.ROOT), i);
        }
        List<String> missing = Arrays.stream(needed)
                .filter(name -> !columns.places.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new MalformedList(
                    file,
                    heading.line(),
                    "has no column " + String.join(", ", missing) + ". This is another list or another form of it.");
        }
        return columns;
    }

    /** What stands in the column, empty where there is none. */
    String of(Rows.Row row, String column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** The parts of the column, parted by semicolons. */
    List<String> parts(Rows.Row row, String column) {
        return parts(of(row, column));
    }

    static List<String> parts(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
