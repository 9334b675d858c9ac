package org.contractethics.document.extraction;

import java.io.IOException;

/** The marks inside a paragraph of an OpenDocument file that stand for characters. */
final class OpenInline {

    private OpenInline() {}

    /** @return the characters an element stands for; empty where it stands for none */
    static String characters(XmlEvents xml) {
        return switch (xml.name()) {
            case "s" -> " ";
            case "tab" -> " ";
            case "line-break" -> "\n";
            default -> "";
        };
    }

    /** Passes over an element that holds no text of the document. */
    static boolean skipped(XmlEvents xml) throws IOException {
        boolean skip =
                switch (xml.name()) {
                    case "note-citation", "ruby-text", "binary-data", "change-info", "event-listeners" -> true;
                    default -> false;
                };
        if (skip) {
            xml.skip();
        }
        return skip;
    }
}
