package org.contractethics.finding.internal;

import java.util.List;
import java.util.Locale;

/** Which parts of a file are words in force. Struck text, remarks and descriptions of the file are none: they promise nothing. */
final class LiveText {

    private static final List<String> NOT_IN_FORCE = List.of(
            "tracked deletion",
            "tracked move",
            "moved from",
            "deleted",
            "comment",
            "propert",
            "document propert",
            "field code",
            "annotation");

    private LiveText() {}

    static boolean inForce(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        return NOT_IN_FORCE.stream().noneMatch(name::contains);
    }
}
