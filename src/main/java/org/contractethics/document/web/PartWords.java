package org.contractethics.document.web;

import java.util.Locale;
import java.util.Map;
import org.contractethics.document.extraction.Parts;

/** The parts of a file as the pages call them. */
final class PartWords {

    private static final Map<String, String> WORDS = Map.of(
            "body",
            "Main text",
            "header",
            "Page headers",
            "footer",
            "Page footers",
            Parts.DELETIONS,
            "Struck out under tracked changes",
            Parts.MOVES,
            "Moved to another place under tracked changes",
            Parts.INSERTIONS,
            "Added under tracked changes",
            Parts.FIELD_CODES,
            "Field codes",
            Parts.PROPERTIES,
            "Document properties");

    private PartWords() {}

    static String of(String part) {
        String first = part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
        return WORDS.getOrDefault(part, first);
    }

    /** What a reader has to know about the words of a part; empty for ordinary text. */
    static String note(String part) {
        if (part.equals(Parts.DELETIONS)) {
            return "These words were deleted with tracked changes. They are not part of the text in force.";
        }
        if (part.equals(Parts.MOVES)) {
            return "These words were moved away with tracked changes. Where they stand now they are part of the text.";
        }
        return Parts.hidden(part) ? "The program this file was made with does not show these words." : "";
    }
}
