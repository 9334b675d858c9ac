package org.contractethics.search.internal;

import java.util.List;

/**
 * A legal or human-rights concept that clauses are about, as it stands in {@code config/search/concepts.json}.
 *
 * @param name as lawyers call it, and as the page says it
 * @param rights codes of {@code config/policy/rights.csv} it bears on
 * @param lay what people say who do not know the name
 * @param phrases how clauses about it are worded
 * @param model sentences of a typical clause
 */
record Concept(
        String id, String name, List<String> rights, List<String> lay, List<String> phrases, List<String> model) {

    Concept {
        rights = List.copyOf(rights);
        lay = List.copyOf(lay);
        phrases = List.copyOf(phrases);
        model = List.copyOf(model);
    }
}
