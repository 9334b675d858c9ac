package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, understood as far as it makes sense. Reading never fails: what makes no sense as an operator is read as
 * words, and the notes say so.
 *
 * @param wanted null where nothing is asked for
 * @param notes sentences on what was read otherwise than it was typed; empty where everything was taken at its word
 */
public record TypedQuery(@Nullable Wanted wanted, List<String> notes) {

    public TypedQuery {
        notes = List.copyOf(notes);
    }

    static TypedQuery read(String typed) {
        Set<String> notes = new LinkedHashSet<>();
        List<QueryToken> tokens = QueryTokens.of(typed, notes::add);
        return new TypedQuery(QueryReader.read(tokens, notes::add), List.copyOf(notes));
    }

    /** Words without any operator: a free wording, which may be found without each of its words. */
    boolean isPlain() {
        return wanted instanceof Wanted.Words;
    }

    /** The query as it was understood, with every operator spelled out; empty where nothing is left of it. */
    public String readAs() {
        return wanted == null ? "" : wanted.text();
    }

    /** What to mark in the text of a document: phrases in quotation marks and words, without operators and fields. */
    public String marked() {
        List<String> marks = new ArrayList<>();
        if (wanted != null) {
            collect(wanted, marks);
        }
        return String.join(" ", marks);
    }

    private static void collect(Wanted wanted, List<String> marks) {
        if (wanted instanceof Wanted.AllOf all) {
            all.parts().forEach(part -> collect(part, marks));
        } else if (wanted instanceof Wanted.AnyOf any) {
            any.parts().forEach(part -> collect(part, marks));
        } else if (wanted instanceof Wanted.Phrase phrase && phrase.apart() == 0) {
            marks.add(phrase.text());
        } else if (wanted instanceof Wanted.Leaf leaf) {
            marks.add(leaf.words());
        }
    }
}
