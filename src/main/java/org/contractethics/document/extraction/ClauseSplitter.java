package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.extraction.Reading.ClauseText;

/**
 * Cuts parts into clauses: at headings and numbers where there are any, and by length. Every word of a part is in exactly
 * one clause, so that nothing can be missed by a search over clauses. One pass over the text.
 */
final class ClauseSplitter {

    private ClauseSplitter() {}

    static List<ClauseText> split(List<PartDraft> parts) {
        List<ClauseText> clauses = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            PartDraft part = parts.get(i);
            List<Piece> pieces = SmallClauses.merge(part, new PartSplitter(part).split());
            clauses.addAll(ClauseTree.of(i, part.text(), pieces, clauses.size()));
        }
        return List.copyOf(clauses);
    }
}
