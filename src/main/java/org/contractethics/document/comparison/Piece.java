package org.contractethics.document.comparison;

/** Words of a compared paragraph. */
public record Piece(Kind kind, String text) {

    /** Whether they stand in both, only in the old or only in the new text. */
    public enum Kind {
        SAME,
        DELETED,
        INSERTED
    }
}
