package org.contractethics.record.beside;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.KeptTables;

/**
 * What one entry tells.
 *
 * @param contract its id, or {@code none}
 * @param facts those that are no lists and no maps, with the people and texts that were asked for in their places; {@link
 *     KeptTables#ACTOR} is who acted
 */
record Told(long index, String kind, String contract, Instant at, Map<String, String> facts) {

    /** In the place of a person or a text that was erased, or that nobody asked for. */
    static final String UNKNOWN = "*";

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The values of these facts; unknown where an entry of an earlier version does not tell one. */
    List<String> values(List<String> names) {
        return names.stream()
                .map(name -> name.equals(KeptTables.KIND) ? kind : facts.getOrDefault(name, UNKNOWN))
                .toList();
    }
}
