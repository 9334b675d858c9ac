package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.search.internal.Wanted.Leaf;
import org.contractethics.shared.CountryNames;
import org.jspecify.annotations.Nullable;

/** The fields that can be named in a typed query. Fields of rights are not among them. */
public enum QueryField {
    HEADING(List.of("heading"), Kind.TEXT, "heading:audit", "words of the heading of a clause"),
    AGENCY(List.of("agency.words"), Kind.TEXT, "agency:border", "words of the name of the awarding agency"),
    DOCUMENT(List.of("documentTitle"), Kind.TEXT, "document:\"master agreement\"", "words of the title of a document"),
    CONTRACT(
            List.of("contractTitle", "reference"),
            Kind.TEXT,
            "contract:C-000123",
            "the number of a contract, or words of its title"),
    TYPE(List.of("documentType"), Kind.KEYWORD, "type:pdf", "pdf, word, spreadsheet, presentation or other"),
    NUMBER(List.of("number"), Kind.KEYWORD, "number:7.2", "the number of a clause as printed; 7* also finds 7.1"),
    PART(
            List.of("part"),
            Kind.KEYWORD,
            "part:footnotes",
            "the part of the file, for example body, header, footnotes, comments"),
    COUNTRY(List.of("countries"), Kind.KEYWORD, "country:MX", "a country, by its two letters or its English name"),
    TIER(List.of("tier"), Kind.KEYWORD, "tier:T3", "T1, T2, T3 or T4"),
    PAGE(List.of("page"), Kind.NUMBER, "page:3-5", "a page, sheet or slide, or a range"),
    YEAR(List.of("year"), Kind.NUMBER, "year:2018-2020", "the year in which the contract begins, or a range");

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    /** How a field is asked. */
    enum Kind {
        TEXT,
        KEYWORD,
        NUMBER
    }

    private final List<String> fields;
    private final Kind kind;
    private final String example;
    private final String meaning;

    QueryField(List<String> fields, Kind kind, String example, String meaning) {
        this.fields = fields;
        this.kind = kind;
        this.example = example;
        this.meaning = meaning;
    }

    static Optional<QueryField> named(String typed) {
        return Arrays.stream(values())
                .filter(field -> field.typed().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the help on the page. */
    public String example() {
        return example;
    }

    public String meaning() {
        return meaning;
    }

    List<String> fields() {
        return fields;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the field can hold this. */
    boolean takes(Leaf leaf) {
        return switch (kind) {
            case TEXT -> true;
            case NUMBER -> range(leaf) != null;
            case KEYWORD -> this == NUMBER || this == PART || value(leaf).isPresent();
        };
    }

    /** The value as the index spells it; empty where the field knows no such value. */
    Optional<String> value(Leaf leaf) {
        String typed = leaf.words().strip();
        return switch (this) {
            case TYPE ->
                first(
                                Arrays.stream(DocumentType.values()),
                                type -> type.name().equalsIgnoreCase(typed)
                                        || type.label().equalsIgnoreCase(typed))
                        .map(DocumentType::name);
            case TIER -> first(Stream.of("T1", "T2", "T3", "T4"), tier -> tier.equalsIgnoreCase(typed));
            case COUNTRY ->
                first(
                        Arrays.stream(Locale.getISOCountries()),
                        code -> code.equalsIgnoreCase(typed)
                                || CountryNames.of(code).equalsIgnoreCase(typed));
            default -> Optional.of(typed);
        };
    }

    /** First and last number; null where it is none. */
    static int @Nullable [] range(Leaf leaf) {
        Matcher numbers = RANGE.matcher(leaf.words().strip());
        if (!numbers.matches()) {
            return null;
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
        return new int[] {Math.min(first, last), Math.max(first, last)};
    }

    private static <T> Optional<T> first(Stream<T> values, Predicate<T> matching) {
        return values.filter(matching).findFirst();
    }
}
