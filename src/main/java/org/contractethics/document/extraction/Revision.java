package org.contractethics.document.extraction;

import org.contractethics.document.extraction.Reading.ChangeKind;

/**
 * A tracked change as the file has it.
 *
 * @param author as Word wrote it down; empty where it did not
 * @param at date and time likewise, in ISO form
 */
record Revision(ChangeKind kind, String author, String at) {

    static Revision of(ChangeKind kind, XmlEvents xml) {
        String author = CleanText.of(xml.attribute("author", ""));
        String at = CleanText.of(xml.attribute("date", ""));
        return new Revision(
                kind,
                author.substring(0, SentenceEnds.safe(author, Math.min(200, author.length()))),
                at.substring(0, Math.min(30, at.length())));
    }

    boolean deletes() {
        return kind == ChangeKind.DELETED || kind == ChangeKind.MOVED_FROM;
    }
}
