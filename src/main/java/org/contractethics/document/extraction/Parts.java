package org.contractethics.document.extraction;

import java.util.Set;

/** Names of the parts that are not simply text of the document. */
public final class Parts {

    /** Text that was struck out under tracked changes: kept apart, because it is not in force. */
    public static final String DELETIONS = "tracked deletions";

    /** The place that text was moved away from under tracked changes: not in force there. */
    public static final String MOVES = "tracked moves";

    /** What was added under tracked changes. It stands in the live text too, where it reads on. */
    public static final String INSERTIONS = "tracked insertions";

    /** Instructions of fields; their results are live text. */
    public static final String FIELD_CODES = "field codes";

    /** Title, author and the like: told about the file, not agreed in it. */
    public static final String PROPERTIES = "document properties";

    /** Words the program that made the file does not show. */
    public static final String HIDDEN = "hidden text";

    /** Remarks beside the text: they promise nothing. */
    public static final String COMMENTS = "comments";

    /** What people wrote on the pages after the file was made, such as "Clause 7 does not apply": as much in force as the rest. */
    public static final String WRITTEN_ON_PAGES = "written on pages";

    private static final Set<String> STRUCK_OUT = Set.of(DELETIONS, MOVES);
    private static final Set<String> APART = Set.of(INSERTIONS, FIELD_CODES, PROPERTIES);

    private Parts() {}

    /** Whether the part holds words that are not in force, though they are searched and shown as what they are. */
    public static boolean struckOut(String part) {
        return STRUCK_OUT.contains(part);
    }

    /** Whether the part is kept and shown beside the text, and never cut into clauses: so no search ever finds it. */
    public static boolean apart(String part) {
        return APART.contains(part);
    }

    /**
     * Whether the words of the part are agreed, as far as the file says. Names are compared as a whole, because some hold words of the
     * file: the sheet "Comments" is no comment.
     */
    public static boolean inForce(String part) {
        return !struckOut(part) && !apart(part) && !part.equals(COMMENTS);
    }

    /** Whether whoever opens the file in its own program does not see this part. */
    public static boolean hidden(String part) {
        return part.startsWith("hidden ");
    }
}
