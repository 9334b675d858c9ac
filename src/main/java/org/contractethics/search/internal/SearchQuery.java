package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param words as typed, made harmless: control characters and everything beyond the limits are dropped
 * @param filters value asked for by facet; a facet that is not asked for is absent
 * @param allVersions whether superseded versions of documents are searched too
 * @param page from 1
 */
public record SearchQuery(String words, Map<Facet, String> filters, boolean allVersions, int page) {

    /** Enough for a sentence out of a contract; more only costs the cluster. */
    static final int MAX_CHARACTERS = 300;

    static final int MAX_WORDS = 32;
    public static final int PAGE_SIZE = 20;

    /** The cluster answers no deeper than its result window of 10,000 hits. */
    static final int LAST_PAGE = 10_000 / PAGE_SIZE;

    private static final int MAX_FILTER_CHARACTERS = 300;

    public SearchQuery {
        filters = Map.copyOf(filters);
    }

    /** What hits can be narrowed by. */
    public enum Facet {
        AGENCY("agency", "Agency"),
        COUNTRY("countries", "Country"),
        TIER("tier", "Tier"),
        TYPE("documentType", "Document type");

        private final String field;
        private final String label;

        Facet(String field, String label) {
            this.field = field;
            this.label = label;
        }

        String field() {
            return field;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }

        /** Name of the parameter in the address and the form. */
        public String parameter() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Takes whatever came with a request; nothing of it is refused. */
    public static SearchQuery of(
            @Nullable String words, Map<String, String> parameters, boolean allVersions, @Nullable String page) {
        var filters = new EnumMap<Facet, String>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = parameters.getOrDefault(facet.parameter(), "").strip();
            if (!value.isEmpty() && value.length() <= MAX_FILTER_CHARACTERS) {
                filters.put(facet, value);
            }
        }
        return new SearchQuery(harmless(words == null ? "" : words), filters, allVersions, pageNumber(page));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the words use the operators of the query language, so that each has to be taken literally. */
    boolean usesOperators() {
        return words.chars().anyMatch(c -> "\"|+()*".indexOf(c) >= 0) || words.matches("(?s)(.*\\s)?-\\S.*");
    }

    int from() {
        return (page - 1) * PAGE_SIZE;
    }

    SearchQuery withPage(int other) {
        return new SearchQuery(words, filters, allVersions, other);
    }

    private static String harmless(String words) {
        String printable = words.codePoints()
                .filter(c -> !Character.isISOControl(c) || Character.isWhitespace(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(MAX_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Arrays.stream(printable.strip().split("\\s+", -1))
                .limit(MAX_WORDS)
                .collect(Collectors.joining(" "));
    }

    private static int pageNumber(@Nullable String page) {
        if (page == null || !page.matches("[1-9][0-9]{0,4}")) {
            return 1;
        }
        return Math.min(Integer.parseInt(page), LAST_PAGE);
    }
}
