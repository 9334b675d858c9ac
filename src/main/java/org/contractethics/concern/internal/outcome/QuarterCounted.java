package org.contractethics.concern.internal.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.shared.SystemEvent;

/** What the record learns of a quarter that is over: numbers only, none of which belongs to a concern, a filer or a contract. */
record QuarterCounted(LocalDate quarter, Instant occurredAt, Map<String, Integer> numbers) implements SystemEvent {

    QuarterCounted {
        numbers = Map.copyOf(numbers);
    }

    @Override
    public String kind() {
        return "concerns-counted";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new TreeMap<>(numbers);
        facts.put("quarter", quarter.toString());
        return facts;
    }
}
