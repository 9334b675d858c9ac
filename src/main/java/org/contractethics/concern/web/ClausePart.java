package org.contractethics.concern.web;

import java.util.Map;
import org.contractethics.concern.internal.NamingClauses;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** On the page of a concern, for those who handle it: where the clause that its filer named stands in the documents. */
@Component
class ClausePart implements HandlingPage.PagePart {

    private final NamingClauses clauses;

    ClausePart(NamingClauses clauses) {
        this.clauses = clauses;
    }

    @Override
    public void show(ReadingConcerns.View view, Actor viewer, Map<String, Object> model) {
        if (view.handling()) {
            model.put("clause", clauses.after(view.concern(), view.words(), viewer));
        }
    }
}
