package org.contractethics.screening.internal.lists;

import java.util.ArrayList;
import java.util.List;

/** Denied Persons List of the US Bureau of Industry and Security, parted by tabs. It does not say who is a person. */
final class DeniedPersonsReader {

    private DeniedPersonsReader() {}

    static ParsedList read(String file, byte[] bytes) throws MalformedList {
        List<Rows.Row> rows = Rows.of(file, bytes, '\t', 0);
        Columns columns = Columns.of(
                file,
                rows.get(0),
                "name",
                "street_address",
                "city",
                "country",
                "effective_date",
                "expiration_date",
                "action",
                "fr_citation");
        List<Drafted> drafts = new ArrayList<>();
        for (Rows.Row row : rows.subList(1, rows.size())) {
            String name = columns.of(row, "name");
            drafts.add(new Drafted("DPL:" + name + ":" + columns.of(row, "effective_date"), EntryKind.UNKNOWN)
                    .name(name, NameStrength.STRONG)
                    .country(columns.of(row, "country"))
                    .programme("DPL")
                    .reason(columns.of(row, "action"))
                    .reason(columns.of(row, "fr_citation"))
                    .reason("Until " + columns.of(row, "expiration_date")));
        }
        return ListReaders.list(file, drafts, null);
    }
}
