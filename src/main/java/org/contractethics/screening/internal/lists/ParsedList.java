package org.contractethics.screening.internal.lists;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that was read to its end.
 *
 * @param entries as in the file, at least one; no two with the same id
 * @param stated the day that the list itself says it is of, null where it says none
 * @param names all names of all entries
 */
public record ParsedList(List<ListEntry> entries, @Nullable LocalDate stated, int names) {

    public ParsedList {
        entries = List.copyOf(entries);
    }
}
