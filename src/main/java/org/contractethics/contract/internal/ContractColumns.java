package org.contractethics.contract.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.jspecify.annotations.Nullable;

/** How a contract is written: the columns of a new one, and the statement that changes any number of them at once. */
final class ContractColumns {

    /** Sources whose awards are published with their numbers. */
    private static final Set<String> PUBLISHED = Set.of("USASPENDING", "OCDS");

    private static final Map<String, String> COLUMNS = columns();
    static final List<String> INSERTED = inserted();
    static final String UPDATE = update();

    private ContractColumns() {}

    static Map<String, @Nullable Object> row(RegisterEntry entry) {
        Contract c = entry.contract();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", c.id().toString());
        row.put("version", c.version());
        row.put("title", c.title());
        row.put("description", c.description());
        agency(row, "awarding", c.awardingAgency());
        agency(row, "funding", c.fundingAgency());
        row.put("supplier", c.supplier());
        row.put("supplier_parent", c.supplierParent());
        row.put("resellers", c.resellers());
        row.put("end_users", c.endUsers());
        row.put("capabilities", c.capabilities());
        row.put("data_kinds", c.dataKinds());
        row.put("countries", c.countries());
        row.put("obligated_minor", c.value().obligatedMinor());
        row.put("ceiling_minor", c.value().ceilingMinor());
        row.put("currency", c.value().currency());
        row.put(
                "obligated_units",
                Money.units(c.value().obligatedMinor(), c.value().currency()));
        standing(row, entry);
        return row;
    }

    private static void standing(Map<String, @Nullable Object> row, RegisterEntry entry) {
        Contract c = entry.contract();
        row.put("period_start", text(c.period().start()));
        row.put("period_end", text(c.period().end()));
        row.put("award_year", entry.awardYear());
        row.put("secrecy", c.secrecy().name());
        row.put("piid", c.identifiers().piid());
        row.put("parent_piid", c.identifiers().parentPiid());
        row.put("ocid", c.identifiers().ocid());
        row.put("source", c.source());
        row.put("source_as_of", text(entry.sourceAsOf()));
        row.put("imported_by", entry.importedBy());
        row.put("submitter", c.submitter());
        row.put("state", c.state().name());
        row.put("registered_at", c.registeredAt().toString());
        row.put("changed_at", entry.changedAt().toString());
        row.put("changed_by", entry.changedBy());
        row.put("words", words(c));
        row.put("shown_words", Words.of(shown(c)));
    }

    private static String words(Contract c) {
        Agency funding = c.fundingAgency();
        Stream<@Nullable String> known =
                Stream.of(c.supplierParent(), funding == null ? null : funding.name(), c.description());
        return Words.of(
                Stream.of(shown(c), numbers(c), known, c.resellers().stream()).flatMap(texts -> texts));
    }

    /** What everybody in the company sees of a contract, so that nobody finds it by more (T10), and the numbers of a published award. */
    private static Stream<@Nullable String> shown(Contract c) {
        Stream<@Nullable String> line = Stream.of(
                c.title(),
                c.supplier(),
                c.awardingAgency().name(),
                c.awardingAgency().parent());
        return PUBLISHED.contains(c.source()) ? Stream.concat(line, numbers(c)) : line;
    }

    private static Stream<@Nullable String> numbers(Contract c) {
        return Stream.of(
                c.identifiers().piid(),
                c.identifiers().parentPiid(),
                c.identifiers().ocid());
    }

    private static void agency(Map<String, @Nullable Object> row, String prefix, @Nullable Agency agency) {
        row.put(prefix + "_name", agency == null ? null : agency.name());
        row.put(prefix + "_parent", agency == null ? null : agency.parent());
        row.put(prefix + "_type", agency == null ? null : agency.type().name());
        row.put(prefix + "_country", agency == null ? null : agency.country());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "uuid");
        columns.put("version", "int");
        Stream.of("title", "description", "awarding_name", "awarding_parent", "awarding_type", "awarding_country")
                .forEach(name -> columns.put(name, "text"));
        Stream.of("funding_name", "funding_parent", "funding_type", "funding_country", "supplier", "supplier_parent")
                .forEach(name -> columns.put(name, "text"));
        Stream.of("resellers", "end_users", "capabilities", "data_kinds", "countries")
                .forEach(name -> columns.put(name, "text[]"));
        columns.put("obligated_minor", "bigint");
        columns.put("ceiling_minor", "bigint");
        columns.put("currency", "text");
        columns.put("obligated_units", "bigint");
        columns.put("period_start", "date");
        columns.put("period_end", "date");
        columns.put("award_year", "int");
        Stream.of("secrecy", "piid", "parent_piid", "ocid").forEach(name -> columns.put(name, "text"));
        columns.put("source_as_of", "timestamptz");
        columns.put("changed_at", "timestamptz");
        columns.put("changed_by", "text");
        columns.put("words", "text");
        columns.put("shown_words", "text");
        return columns;
    }

    private static List<String> inserted() {
        List<String> names = new ArrayList<>(COLUMNS.keySet());
        names.addAll(List.of("number", "source", "imported_by", "submitter", "state", "registered_at"));
        return List.copyOf(names);
    }

    private static String update() {
        List<String> changing = new ArrayList<>(COLUMNS.keySet());
        changing.remove("id");
        String assignments =
                changing.stream().map(name -> name + " = " + value(name)).collect(Collectors.joining(", "));
        return "update contract.contract c set " + assignments + " from json_to_recordset(cast(:rows as json)) as r("
                + record(COLUMNS) + ") where c.id = r.id and c.version = r.version - 1";
    }

    private static String value(String name) {
        return name.endsWith("words") ? "array_to_tsvector(string_to_array(r." + name + ", ' '))" : "r." + name;
    }

    private static String record(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
    }
}
