package org.contractethics.review.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Builds a fact for the record: plain JSON values, nothing that is null. */
public final class Facts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public static Facts of(String name, Object value) {
        return new Facts().and(name, value);
    }

    /** Adds the value; leaves it out where there is none. */
    public Facts and(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, plain(value));
        }
        return this;
    }

    Facts hours(String name, Instant from, Instant to) {
        return and(name, Duration.between(from, to).toHours());
    }

    public Recorded recorded(String kind, @Nullable ContractId contract, String actor, Instant at) {
        return new Recorded(kind, contract, actor, at, values);
    }

    Map<String, Object> values() {
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Facts::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, inner) -> plain.put(String.valueOf(name), plain(inner)));
            return plain;
        }
        if (value instanceof Facts facts) {
            return facts.values;
        }
        return value instanceof Boolean || value instanceof Integer || value instanceof Long ? value : value.toString();
    }

    /** A fact of a review; of no contract where it is about the panel as such. */
    public record Recorded(
            String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
            implements RecordedEvent {

        public Recorded {
            facts = Map.copyOf(facts);
        }
    }

    public static List<Object> list(Collection<Facts> facts) {
        return facts.stream().map(Facts::plain).toList();
    }
}
