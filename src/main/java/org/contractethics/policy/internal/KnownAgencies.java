package org.contractethics.policy.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contractethics.shared.AgencyList;
import org.jspecify.annotations.Nullable;

/** The list of agencies of one version: the first pattern found in a name gives the agency its one name, its class and its country. */
public final class KnownAgencies implements AgencyList.Listed {

    static final List<String> COLUMNS = List.of("pattern", "name", "parent", "type", "country");

    private final List<Row> rows;

    private KnownAgencies(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** @param pattern regular expression as written, found anywhere in a name, whatever its case */
    public record Row(String pattern, AgencyList.Entry entry, Pattern compiled) {}

    static KnownAgencies of(List<Map<String, String>> catalogue) {
        return new KnownAgencies(catalogue.stream().map(KnownAgencies::row).toList());
    }

    private static Row row(Map<String, String> cells) {
        String pattern = cells.getOrDefault("pattern", "");
        AgencyList.Entry entry = new AgencyList.Entry(
                stated(cells, "name"),
                stated(cells, "parent"),
                cells.getOrDefault("type", ""),
                stated(cells, "country"));
        return new Row(pattern, entry, compiled(pattern));
    }

    static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static @Nullable String stated(Map<String, String> cells, String column) {
        String cell = cells.getOrDefault(column, "").strip();
        return cell.isEmpty() ? null : cell;
    }

    @Override
    public Optional<AgencyList.Entry> find(String name) {
        return rows.stream()
                .filter(row -> row.compiled().matcher(name).find())
                .findFirst()
                .map(Row::entry);
    }

    /** In the order in which they are tried. */
    public List<Row> rows() {
        return rows;
    }
}
