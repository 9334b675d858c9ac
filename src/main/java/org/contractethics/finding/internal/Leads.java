package org.contractethics.finding.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.document.Documents.Clause;
import org.contractethics.finding.internal.matching.Excerpt;

/** The words that lead in a list whose items are clauses of their own, such as "The customer shall not:". */
final class Leads {

    private Leads() {}

    /** One for each clause; empty where it stands by itself. */
    static List<String> of(List<Clause> clauses) {
        List<String> leads = new ArrayList<>();
        String lead = "";
        for (int i = 0; i < clauses.size(); i++) {
            lead = i == 0 ? "" : lead(clauses.get(i - 1), clauses.get(i), lead);
            leads.add(lead);
        }
        return leads;
    }

    private static String lead(Clause before, Clause clause, String current) {
        String text = before.text().strip();
        if (!before.part().equals(clause.part()) || text.isEmpty()) {
            return "";
        }
        if (text.endsWith(":") || text.endsWith("—")) {
            return Excerpt.lastSentence(text);
        }
        boolean goesOn = text.endsWith(";") || text.endsWith(",") || text.endsWith(" or") || text.endsWith(" and");
        return goesOn && !clause.number().isEmpty() ? current : "";
    }
}
