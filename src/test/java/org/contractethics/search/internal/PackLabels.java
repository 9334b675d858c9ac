package org.contractethics.search.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.search.internal.PackContracts.PackClause;

/** What the labels of the data folder ask for and where they say it is answered. Only judges read them. */
final class PackLabels {

    /** Titles and dates, which no clause is about. */
    private static final Set<String> NO_CLAUSES =
            Set.of("documentname", "parties", "agreementdate", "effectivedate", "expirationdate");

    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Span>>> spans = new HashMap<>();

    PackLabels(Path folder) throws IOException {
        for (String[] row : rows(folder.resolve("cuad/queries.tsv"))) {
            if (!NO_CLAUSES.contains(row[0])) {
                categories.put(row[0], new Category(row[0], row[1], row[2]));
            }
        }
        for (String[] row : rows(folder.resolve("cuad/qrels_spans.tsv"))) {
            spans.computeIfAbsent(row[0], id -> new HashMap<>())
                    .computeIfAbsent(row[1], contract -> new ArrayList<>())
                    .add(new Span(Integer.parseInt(row[2]), Integer.parseInt(row[3])));
        }
    }

    record Category(String id, String name, String question) {}

    private record Span(int start, int end) {

        /** A hit answers if it holds half of the span, or half of it lies in the span. */
        boolean answeredBy(PackClause clause) {
            int shared = Math.min(end, clause.end()) - Math.max(start, clause.start());
            int least = Math.min(end - start, clause.end() - clause.start());
            return shared > 0 && 2 * shared >= least;
        }
    }

    List<Category> categories() {
        return List.copyOf(categories.values());
    }

    boolean answers(Category category, PackClause clause) {
        return spans.getOrDefault(category.id(), Map.of()).getOrDefault(clause.contract(), List.of()).stream()
                .anyMatch(span -> span.answeredBy(clause));
    }

    static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
