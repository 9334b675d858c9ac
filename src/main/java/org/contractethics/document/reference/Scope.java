package org.contractethics.document.reference;

import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Parts;

/** Which clauses say something that is in force. */
final class Scope {

    private Scope() {}

    static boolean live(Clause clause) {
        boolean contents =
                clause.headingPath().size() == 1 && clause.headingPath().get(0).equals("Table of contents");
        return !Parts.struckOut(clause.part())
                && !clause.part().equals("page headers and footers")
                && !clause.part().equals("document properties")
                && !contents;
    }
}
