package org.contractethics.record.internal;

import java.util.List;
import java.util.Map;

/**
 * A fact as its entry tells it, and what the entry only commits to.
 *
 * @param open the fact with a star in each place whose value is sealed
 * @param persons commitments to the people named, in hex, by JSON pointer
 * @param texts commitments to what people wrote, likewise
 * @param fields the values behind all of these
 */
record SealedFact(Fact open, Map<String, String> persons, Map<String, String> texts, List<SealedField> fields) {

    int sealedBytes() {
        return fields.stream().mapToInt(field -> field.value().length).sum();
    }
}
