package org.contractethics.record.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what entries commit to with the values that are kept beside them. A value may be missing only where a later entry says that
 * it was erased, and what was said to be erased must not be there.
 */
final class SealedValues {

    private static final String ERASED = "erased";

    private final Iterator<SealedValue> values;
    private final NavigableMap<Long, Set<String>> missing = new TreeMap<>();
    private final Set<Long> unknown = new HashSet<>();
    private @Nullable SealedValue next;
    private long erased;

    /** @param values in the order of their entries */
    SealedValues(Iterator<SealedValue> values) {
        this.values = values;
    }

    /** Of an entry that is withheld nobody knows what it commits to. */
    void withheld(long index) {
        unknown.add(index);
    }

    /** The values that lie beside the next entry; called for each in order. */
    ValuesOfEntry take(long index) {
        SealedValue first = peek();
        List<SealedValue> kept = new ArrayList<>();
        for (SealedValue value = first; value != null && value.index() == index; value = peek()) {
            kept.add(value);
            next = null;
        }
        return new ValuesOfEntry(first != null && first.index() < index ? first : null, kept);
    }

    /** Called for each entry in order, with its body as read and what came of its comparison with its values. */
    @Nullable
    String problem(long index, Map<?, ?> body, ValuesOfEntry.Compared compared) {
        if (compared.problem() != null) {
            return compared.problem();
        }
        if (!compared.missing().isEmpty()) {
            missing.put(index, new TreeSet<>(compared.missing()));
        }
        return ERASED.equals(body.get("kind")) ? erasureProblem(index, body) : null;
    }

    /** Called after the last entry. */
    @Nullable
    Finding endProblem() {
        SealedValue left = peek();
        if (left != null) {
            return new Finding(left.index(), "There is a value of entry " + left.index() + ", which is not there.");
        }
        if (missing.isEmpty()) {
            return null;
        }
        Map.Entry<Long, Set<String>> first = missing.firstEntry();
        return new Finding(
                first.getKey(),
                "Entry " + first.getKey() + ": the value of "
                        + first.getValue().iterator().next() + " was removed, and no entry says that it was erased.");
    }

    /** How many values are missing lawfully. */
    long erased() {
        return erased;
    }

    private @Nullable SealedValue peek() {
        if (next == null && values.hasNext()) {
            next = values.next();
        }
        return next;
    }

    private @Nullable String erasureProblem(long index, Map<?, ?> body) {
        if (!(body.get("facts") instanceof Map<?, ?> facts) || !(facts.get("fields") instanceof List<?> fields)) {
            return "it does not say what was erased.";
        }
        for (Object field : fields) {
            String problem = removed(index, String.valueOf(field));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String removed(long index, String place) {
        int slash = place.indexOf('/');
        if (slash < 1 || slash > 18 || !place.substring(0, slash).matches("[0-9]+")) {
            return "it names no field of an entry: " + place + ".";
        }
        long of = Long.parseLong(place.substring(0, slash));
        if (of >= index) {
            return "it erases what comes after it.";
        }
        if (unknown.contains(of)) {
            return null;
        }
        Set<String> fields = missing.getOrDefault(of, Set.of());
        if (!fields.contains(place.substring(slash))) {
            return "it says that " + place.substring(slash) + " of entry " + of
                    + " was erased, but it is there or never was: a copy from before the erasure was restored.";
        }
        fields.remove(place.substring(slash));
        if (fields.isEmpty()) {
            missing.remove(of);
        }
        erased++;
        return null;
    }
}
