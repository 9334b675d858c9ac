package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.List;

/** Collects words, those of one kind together. */
final class Pieces {

    private final List<Piece> pieces = new ArrayList<>();

    void add(Piece.Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, last.text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }

    List<Piece> list() {
        return List.copyOf(pieces);
    }
}
