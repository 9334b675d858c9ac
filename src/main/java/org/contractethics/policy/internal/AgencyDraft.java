package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry that somebody wants in the list of agencies, or out of it.
 *
 * @param entry number of the entry that it replaces, from 1; 0 for a new one
 * @param removed whether that entry leaves the list; what else was typed does not count then
 * @param type code of the class, as the table of agencies scores it
 * @param country ISO 3166-1 alpha-2; empty where agencies of several countries are meant
 * @param after number of the entry that is tried before it; 0 where it comes first
 */
public record AgencyDraft(
        int entry,
        boolean removed,
        String pattern,
        String name,
        String parent,
        String type,
        String country,
        int after) {

    /** What is in the list under this number; a new entry at its end where there is nothing. */
    static AgencyDraft of(KnownAgencies list, int entry) {
        List<KnownAgencies.Row> rows = list.rows();
        if (entry < 1 || entry > rows.size()) {
            return new AgencyDraft(0, false, "", "", "", "", "", rows.size());
        }
        KnownAgencies.Row row = rows.get(entry - 1);
        return new AgencyDraft(
                entry,
                false,
                row.pattern(),
                text(row.entry().name()),
                text(row.entry().parent()),
                row.entry().type(),
                text(row.entry().country()),
                entry - 1);
    }

    /** The same words for the entry of another version of the list. */
    AgencyDraft at(int number, int place) {
        return new AgencyDraft(number, removed && number > 0, pattern, name, parent, type, country, place);
    }

    /** The list with it, by the name of its file. */
    Map<String, String> files(String list) {
        List<String> lines = list.lines().filter(line -> !line.isBlank()).toList();
        List<String> changed = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            if (number == 0 || number != entry) {
                changed.add(lines.get(number));
            }
            if (number == after && !removed) {
                changed.add(CsvFile.line(List.of(pattern, name, parent, type, country)));
            }
        }
        return Map.of(PolicyContent.AGENCIES, String.join("\n", changed) + "\n");
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
