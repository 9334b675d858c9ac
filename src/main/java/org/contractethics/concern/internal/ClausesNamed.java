package org.contractethics.concern.internal;

import java.util.List;
import java.util.UUID;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.NamedClauses.ClausePlace;

/**
 * Where a clause that a filer named stands in the documents of the contract, as that was found when it was filed.
 *
 * @param named whether a clause was named at all
 * @param places where it stands; empty where it was not found
 */
public record ClausesNamed(boolean named, List<ClausePlace> places) {

    static final ClausesNamed NONE = new ClausesNamed(false, List.of());

    private static final String NAMED = "named";
    private static final String LINE = "\n";
    private static final String BETWEEN = " ";

    public ClausesNamed {
        places = List.copyOf(places);
    }

    /** As one text, to be sealed; empty where none was named. */
    String text() {
        if (!named) {
            return "";
        }
        StringBuilder text = new StringBuilder(NAMED);
        places.forEach(place ->
                text.append(LINE).append(place.version()).append(BETWEEN).append(place.ordinal()));
        return text.toString();
    }

    static ClausesNamed of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<String> lines = List.of(text.split(LINE, -1));
        return new ClausesNamed(
                true,
                lines.subList(1, lines.size()).stream().map(ClausesNamed::place).toList());
    }

    private static ClausePlace place(String line) {
        int between = line.indexOf(BETWEEN);
        return new ClausePlace(
                new DocumentVersionId(UUID.fromString(line.substring(0, between))),
                Integer.parseInt(line.substring(between + 1)));
    }
}
