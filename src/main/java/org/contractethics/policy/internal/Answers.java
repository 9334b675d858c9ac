package org.contractethics.policy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/** What a table says to every combination of its inputs, in the proposed version and in the one in force. */
final class Answers {

    private final Map<Map<String, @Nullable Object>, Hit> proposed = new LinkedHashMap<>();
    private final Map<Map<String, @Nullable Object>, Hit> inForce = new LinkedHashMap<>();

    void add(Map<String, @Nullable Object> inputs, Hit proposedHit, Hit hitInForce) {
        proposed.put(inputs, proposedHit);
        inForce.put(inputs, hitInForce);
    }

    void forEach(BiConsumer<Map<String, @Nullable Object>, Hit> visit) {
        proposed.forEach(visit);
    }

    Hit inForce(Map<String, @Nullable Object> inputs) {
        return Objects.requireNonNull(inForce.get(inputs));
    }

    /** What the proposed table says to the same inputs with one exchanged; null where that is none of the combinations. */
    @Nullable
    Hit with(Map<String, @Nullable Object> inputs, String name, @Nullable Object value) {
        Map<String, @Nullable Object> other = new LinkedHashMap<>(inputs);
        other.put(name, value);
        return proposed.get(other);
    }
}
