package org.contractethics.search.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of the labels as people ask for them who are no lawyers. None of these stands in the catalogue. */
final class LayQueries {

    private LayQueries() {}

    static Map<String, List<String>> byCategory() throws IOException {
        var lay = new LinkedHashMap<String, List<String>>();
        PackLabels.rows(Path.of("src/test/resources/search/lay-queries.tsv"))
                .forEach(row ->
                        lay.computeIfAbsent(row[0], id -> new ArrayList<>()).add(row[1]));
        return lay;
    }
}
