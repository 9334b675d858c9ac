package org.contractethics.record.verification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the record says of some rows of the access trail.
 *
 * @param entry number of that entry
 * @param missing numbers and ranges of numbers that no row has
 */
record AccessBatch(long entry, long first, long last, long rows, List<?> missing, String rootHash) {

    /** Null where the facts are not those of such an entry. */
    static @Nullable AccessBatch of(long entry, Map<?, ?> facts) {
        return facts.get("first") instanceof Long first
                        && facts.get("last") instanceof Long last
                        && facts.get("rows") instanceof Long rows
                        && facts.get("missing") instanceof List<?> missing
                        && facts.get("rootHash") instanceof String root
                ? new AccessBatch(entry, first, last, rows, missing, root)
                : null;
    }

    boolean isMissing(long number) {
        return missing.stream().anyMatch(range -> covers(String.valueOf(range), number));
    }

    private static boolean covers(String range, long number) {
        try {
            int dash = range.indexOf('-');
            return dash < 0
                    ? Long.parseLong(range) == number
                    : Long.parseLong(range.substring(0, dash)) <= number
                            && number <= Long.parseLong(range.substring(dash + 1));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
