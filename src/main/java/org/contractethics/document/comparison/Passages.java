package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.extraction.Reading.PartText;

/**
 * Takes a text apart for comparison. By paragraph and not by clause: one inserted sentence may shift where clauses are cut,
 * and must not make everything behind it look changed.
 */
public final class Passages {

    /** The same lines on each page; one of each shape is compared. */
    private static final String RUNNING_HEADS = "page headers and footers";

    private Passages() {}

    /** @param clauses of these parts, in reading order */
    public static List<Passage> of(List<PartText> parts, List<Clause> clauses) {
        List<Passage> passages = new ArrayList<>();
        int clause = 0;
        for (PartText part : parts) {
            int from = clause;
            while (clause < clauses.size() && clauses.get(clause).part().equals(part.name())) {
                clause++;
            }
            if (!Parts.struckOut(part.name())) { // not part of the text in force
                add(part, clauses.subList(from, clause), passages);
            }
        }
        return passages;
    }

    private static void add(PartText part, List<Clause> clauses, List<Passage> passages) {
        String text = part.text();
        Set<String> shapes = new HashSet<>();
        int at = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            while (at + 1 < clauses.size() && clauses.get(at + 1).start() <= start) {
                at++;
            }
            String words = text.substring(start, end);
            boolean again = part.name().equals(RUNNING_HEADS) && !shapes.add(words.replaceAll("[0-9]", ""));
            if (!words.isBlank() && !again && !clauses.isEmpty()) {
                passages.add(passage(clauses.get(at), words));
            }
            start = end + 1;
        }
    }

    private static Passage passage(Clause clause, String words) {
        String label = clause.headingPath().isEmpty()
                ? clause.number()
                : clause.headingPath().get(clause.level() - 1);
        return new Passage(clause.part(), clause.ordinal(), label, clause.page(), words);
    }
}
