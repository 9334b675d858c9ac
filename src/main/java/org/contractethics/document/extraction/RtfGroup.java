package org.contractethics.document.extraction;

/** What holds inside one pair of braces of an RTF text; a group inside another begins with what holds there. */
final class RtfGroup {

    /** Where its words go; empty where nobody shows them. */
    String part;

    /** How many characters stand behind each Unicode character for programs that know none. */
    int fallbackLength = 1;

    int font = -1;
    boolean hidden;
    boolean deleted;
    boolean inserted;
    boolean struck;

    /** Whether the group has begun a part, so that its end is the end of a paragraph. */
    boolean begins;

    RtfGroup(String part) {
        this.part = part;
    }

    RtfGroup inner() {
        RtfGroup inner = new RtfGroup(part);
        inner.fallbackLength = fallbackLength;
        inner.font = font;
        inner.hidden = hidden;
        inner.deleted = deleted;
        inner.inserted = inserted;
        inner.struck = struck;
        return inner;
    }

    void plain() {
        hidden = false;
        deleted = false;
        inserted = false;
        struck = false;
    }
}
