package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.HumanRight;

/**
 * A right of the catalogue.
 *
 * @param considerAlso circumstances that bring it to mind beside the capabilities; empty where there are none
 * @param derogation whether its core may never be suspended: begins with yes or no, then the clause and its reach, with the mark
 *     "unverified" where nobody read it
 */
public record CatalogueRight(HumanRight right, String considerAlso, String derogation) {

    static CatalogueRight of(Map<String, String> row) {
        String derogation = cell(row, "non_derogable");
        return new CatalogueRight(
                new HumanRight(
                        cell(row, "code"),
                        cell(row, "name"),
                        cell(row, "udhr"),
                        cell(row, "instruments"),
                        codes(cell(row, "triggers")),
                        derogation.startsWith("yes")),
                cell(row, "consider_also"),
                derogation);
    }

    private static Set<String> codes(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the rights catalogue has no column " + column);
        }
        return value;
    }
}
