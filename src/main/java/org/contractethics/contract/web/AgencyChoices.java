package org.contractethics.contract.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.internal.RegisterSearch;
import org.jspecify.annotations.Nullable;

/**
 * The agencies to filter by.
 *
 * @param names what is sent, with what is shown; empty for any
 * @param hint that there are more than the list holds, and how to reach them; null where it holds all
 */
record AgencyChoices(Map<String, String> names, @Nullable String hint) {

    /** @param chosen stays in the list, wherever its name stands in the alphabet */
    static AgencyChoices of(List<String> found, String chosen) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", "Any agency");
        found.stream().limit(RegisterSearch.MOST_AGENCIES).forEach(name -> names.put(name, name));
        if (!chosen.isEmpty()) {
            names.putIfAbsent(chosen, chosen);
        }
        boolean more = found.size() > RegisterSearch.MOST_AGENCIES;
        return new AgencyChoices(
                names,
                more
                        ? "The first %s by name. Type any other into the words above."
                                .formatted(RegisterSearch.MOST_AGENCIES)
                        : null);
    }
}
