package org.contractethics.record.verification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Of which access entries the record says that their readers were erased, and what that means for a row. */
final class ErasedReaders {

    private static final String STAR = "*";

    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /** @param facts of an entry {@code access-erased}; returns whether they are those of one */
    boolean add(Map<?, ?> facts) {
        if (!(facts.get("rows") instanceof List<?> rows)) {
            return false;
        }
        try {
            rows.forEach(range -> add(String.valueOf(range)));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void add(String range) {
        int dash = range.indexOf('-');
        long first = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(range.substring(dash + 1));
        Map.Entry<Long, Long> before = ranges.floorEntry(first);
        if (before == null || before.getValue() < last) {
            ranges.merge(first, last, Math::max);
        }
    }

    /** What is wrong with who read; null where nothing is. */
    @Nullable
    String problem(AccessRow row) {
        AccessReader reader = row.reader();
        if (reader.isOpen()) {
            return null;
        }
        if (!row.actor().equals(STAR)) {
            return told(row, "names a reader beside the one it commits to");
        }
        boolean erased = isErased(row.index());
        if (reader.isRemoved()) {
            return erased
                    ? null
                    : told(row, "who read was removed, and no entry of the record says that they were erased");
        }
        if (!reader.fits()) {
            return told(row, "who read is not the one that was recorded");
        }
        return erased ? told(row, "who read is said to be erased, and stands there") : null;
    }

    private boolean isErased(long number) {
        Map.Entry<Long, Long> before = ranges.floorEntry(number);
        return before != null && before.getValue() >= number;
    }

    private static String told(AccessRow row, String what) {
        return "Access entry " + row.index() + ": " + what + ".";
    }
}
