package org.contractethics.record.internal;

import static org.contractethics.record.internal.FactWords.because;
import static org.contractethics.record.internal.FactWords.plural;
import static org.contractethics.record.internal.FactWords.word;

import org.contractethics.record.RecordEntry;

/** What entries about contract documents say. */
final class DocumentWords {

    private DocumentWords() {}

    static String added(RecordEntry entry) {
        long number = entry.number("number").orElse(1);
        return "Document " + word(entry, "fileName") + " was added" + (number > 1 ? " as version " + number : "");
    }

    static String executed(RecordEntry entry) {
        return "What was signed was brought: " + word(entry, "fileName");
    }

    static String foundInside(RecordEntry entry) {
        return "Document " + word(entry, "fileName") + " was found inside " + word(entry, "outerFileName");
    }

    static String read(RecordEntry entry) {
        return "The text of a document was read" + key(entry) + ": " + plural(entry, "clauses", "clause");
    }

    static String unreadable(RecordEntry entry) {
        return "The text of a document could not be read" + key(entry) + because(entry);
    }

    static String linked(RecordEntry entry) {
        boolean taken = entry.text("documentId").orElse("").isEmpty();
        return taken
                ? "A link from an incorporated document was taken back"
                : "A document was named as the one the contract incorporates";
    }

    private static String key(RecordEntry entry) {
        return entry.flag("withPassword") ? " with a password" : "";
    }
}
