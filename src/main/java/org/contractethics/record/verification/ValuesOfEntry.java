package org.contractethics.record.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside one entry.
 *
 * @param stray a value of an earlier entry that lies in front of them; null where there is none
 */
record ValuesOfEntry(@Nullable SealedValue stray, List<SealedValue> values) {

    private static final String ACTOR = "/actor";

    /**
     * What came of holding them against the entry.
     *
     * @param problem null where nothing is wrong
     * @param missing to what it commits without a value
     */
    record Compared(@Nullable String problem, List<String> missing) {

        private static Compared wrong(String problem) {
            return new Compared(problem, List.of());
        }
    }

    Compared with(Map<?, ?> body) {
        if (stray != null) {
            return Compared.wrong("a value in front of its own is said to be of entry " + stray.index() + ".");
        }
        Map<String, SealedValue> kept = new HashMap<>();
        for (SealedValue value : values) {
            if (kept.put(value.field(), value) != null) {
                return Compared.wrong("there are two values for " + value.field() + ".");
            }
        }
        String actor = actor(body, kept);
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> one : Commitments.of(body).entrySet()) {
            SealedValue value = kept.remove(one.getKey());
            String problem = value == null ? null : problem(body, actor, one.getValue(), value);
            if (problem != null) {
                return Compared.wrong(problem);
            }
            if (value == null) {
                missing.add(one.getKey());
            }
        }
        return kept.isEmpty()
                ? new Compared(null, missing)
                : Compared.wrong(
                        "there is a value for " + kept.keySet().iterator().next() + ", to which it does not commit.");
    }

    private static @Nullable String problem(
            Map<?, ?> body, @Nullable String actor, String commitment, SealedValue value) {
        if (!Commitments.fits(commitment, value)) {
            return "the value of " + value.field() + " is not the one that was recorded.";
        }
        return isOfItsPerson(body, actor, value)
                ? null
                : "the value of " + value.field() + " is said to be of another person.";
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
}
