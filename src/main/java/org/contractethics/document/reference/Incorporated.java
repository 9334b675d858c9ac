package org.contractethics.document.reference;

import java.util.List;
import org.contractethics.document.IncorporatedDocuments.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A document outside of this text that the text makes part of the contract or leans on.
 *
 * @param key names it in one form, however it is written
 * @param title as it is called, for example "Acceptable Use Policy", "Exhibit A"
 * @param url where it is said to stand; null where none is given
 * @param clauses ordinals of the clauses that name it
 */
public record Incorporated(Kind kind, String key, String title, @Nullable String url, List<Integer> clauses) {

    public Incorporated {
        clauses = List.copyOf(clauses);
    }
}
