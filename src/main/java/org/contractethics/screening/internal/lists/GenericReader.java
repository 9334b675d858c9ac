package org.contractethics.screening.internal.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Any list that somebody brought into our columns; the first four must be there, more than one value is parted by semicolons. */
final class GenericReader {

    private GenericReader() {}

    static ParsedList read(String file, byte[] bytes) throws MalformedList {
        List<Rows.Row> rows = Rows.of(file, bytes, ',', 0);
        Columns columns = Columns.of(file, rows.get(0), "id", "kind", "name", "programmes");
        List<Drafted> drafts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Rows.Row row : rows.subList(1, rows.size())) {
            String id = columns.of(row, "id");
            if (id.isEmpty() || columns.of(row, "name").isEmpty() || !ids.add(id)) {
                throw new MalformedList(
                        file,
                        row.line(),
                        "has no id, no name, or the id of an earlier row. Mend the row and load the list again.");
            }
            drafts.add(draft(new Drafted(id, kind(file, row, columns.of(row, "kind"))), row, columns));
        }
        return ListReaders.list(file, drafts, null);
    }

    private static Drafted draft(Drafted draft, Rows.Row row, Columns columns) {
        draft.name(columns.of(row, "name"), NameStrength.STRONG);
        columns.parts(row, "aliases").forEach(name -> draft.name(name, NameStrength.STRONG));
        columns.parts(row, "weak_aliases").forEach(name -> draft.name(name, NameStrength.WEAK));
        columns.parts(row, "original_script").forEach(name -> draft.name(name, NameStrength.ORIGINAL_SCRIPT));
        columns.parts(row, "countries").forEach(draft::country);
        columns.parts(row, "identifiers").forEach(draft::identifier);
        columns.parts(row, "dates").forEach(draft::date);
        columns.parts(row, "programmes").forEach(draft::programme);
        return draft.reason(columns.of(row, "reason"));
    }

    private static EntryKind kind(String file, Rows.Row row, String written) throws MalformedList {
        try {
            return written.isEmpty() ? EntryKind.UNKNOWN : EntryKind.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedList(
                    file, row.line(), "the kind is \"" + written + "\"; it has to be person, body, vessel or unknown.");
        }
    }
}
