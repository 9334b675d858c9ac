package org.contractethics.record.verification;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
    private static final String ACTOR = "/actor";

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

    /** Called for each entry in order, with its body as read. */
    @Nullable
    String problem(long index, Map<?, ?> body) {
        SealedValue first = peek();
        if (first != null && first.index() < index) {
            return "a value in front of its own is said to be of entry " + first.index() + ".";
        }
        Map<String, SealedValue> kept = kept(index);
        String actor = actor(body, kept);
        for (Map.Entry<String, String> one : Commitments.of(body).entrySet()) {
            String field = one.getKey();
            SealedValue value = kept.remove(field);
            if (value == null) {
                missing.computeIfAbsent(index, n -> new TreeSet<>()).add(field);
            } else if (!Commitments.fits(one.getValue(), value)) {
                return "the value of " + field + " is not the one that was recorded.";
            } else if (!isOfItsPerson(body, actor, value)) {
                return "the value of " + field + " is said to be of another person.";
            }
        }
        if (!kept.isEmpty()) {
            return "there is a value for " + kept.keySet().iterator().next() + ", to which it does not commit.";
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

    private Map<String, SealedValue> kept(long index) {
        Map<String, SealedValue> kept = new HashMap<>();
        for (SealedValue value = peek(); value != null && value.index() == index; value = peek()) {
            kept.put(value.field(), value);
            next = null;
        }
        return kept;
    }

    private @Nullable SealedValue peek() {
        if (next == null && values.hasNext()) {
            next = values.next();
        }
        return next;
    }

    /** Of whoever is named; a text of whoever wrote it, as far as that is known. */
    private static boolean isOfItsPerson(Map<?, ?> body, @Nullable String actor, SealedValue value) {
        String person = value.person();
        boolean names = Commitments.isPerson(body, value.field());
        String expected = names ? text(value) : actor;
        return person == null || expected == null || person.equals(expected);
    }

    private static @Nullable String actor(Map<?, ?> body, Map<String, SealedValue> kept) {
        if (!Commitments.isPerson(body, ACTOR)) {
            return String.valueOf(body.get("actor"));
        }
        SealedValue actor = kept.get(ACTOR);
        return actor == null ? null : text(actor);
    }

    private static String text(SealedValue value) {
        return new String(value.value(), StandardCharsets.UTF_8);
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
