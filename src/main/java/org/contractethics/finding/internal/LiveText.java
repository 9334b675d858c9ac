package org.contractethics.finding.internal;

import java.util.Set;

/**
 * Which parts of a file are words in force. Struck text, remarks and descriptions of the file are none: they promise nothing. Names
 * are compared as a whole, because some hold words of the file: the sheet "Comments" is no comment.
 */
final class LiveText {

    private static final Set<String> NOT_IN_FORCE = Set.of(
            "tracked deletions",
            "tracked moves",
            "tracked insertions",
            "field codes",
            "document properties",
            "comments");

    private LiveText() {}

    static boolean inForce(String part) {
        return !NOT_IN_FORCE.contains(part);
    }
}
