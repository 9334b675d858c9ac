package org.contractethics.record.beside;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.shared.KeptTables;

/**
 * What one entry tells.
 *
 * @param contract its id, or {@code none}
 * @param facts those that are no maps, what is in lists with commas between, the values of maps in them with spaces between, with the people and texts that were asked for in their places; {@link
 *     KeptTables#ACTOR} is who acted
 */
record Told(long index, String kind, String contract, Instant at, Map<String, String> facts) {

    /** In the place of a person or a text that was erased, or that nobody asked for. */
    static final String UNKNOWN = "*";

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The values of these facts; unknown where an entry of an earlier version does not tell one. */
    List<String> values(List<String> names) {
        return names.stream().map(this::value).toList();
    }

    private String value(String name) {
        return switch (name) {
            case KeptTables.KIND -> kind;
            case KeptTables.CONTRACT -> contract;
            case KeptTables.AT -> MILLISECONDS.format(at);
            default -> facts.getOrDefault(name, UNKNOWN);
        };
    }
}
