package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param words as typed, made harmless: control characters and everything beyond the limits are dropped
 * @param cut whether something beyond the limits was dropped
 * @param filters values chosen by facet, any of which a hit may have; a facet of which none is chosen is absent
 * @param allVersions whether superseded versions of documents are searched too
 * @param page from 1
 * @param scope what is searched at all
 */
public record SearchQuery(
        String words, boolean cut, Map<Facet, List<String>> filters, boolean allVersions, int page, Scope scope) {

    /** Enough for a sentence out of a contract; more only costs the cluster. */
    static final int MAX_CHARACTERS = 300;

    static final int MAX_WORDS = 32;
    public static final int PAGE_SIZE = 20;

    /** The cluster answers no deeper than its result window of 10,000 hits. */
    static final int LAST_PAGE = 10_000 / PAGE_SIZE;

    private static final int MAX_FILTER_CHARACTERS = 300;
    private static final int MAX_VALUES = 30;

    public SearchQuery {
        filters = filters.isEmpty() ? Map.of() : new EnumMap<>(filters);
    }

    /** What hits can be narrowed by. */
    public enum Facet {
        AGENCY("agency", "Agency"),
        COUNTRY("countries", "Country"),
        CAPABILITY("capabilities", "Capability"),
        TIER("tier", "Tier"),
        OUTCOME("outcome", "Outcome of the review"),
        TYPE("documentType", "Document type"),
        YEAR("year", "Year"),
        FINDING("findings", "Finding");

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
            return name().toLowerCase(Locale.ROOT);
        }

        /** The index refuses to compare a number with anything else. */
        boolean takes(String value) {
            return !value.isEmpty()
                    && value.length() <= MAX_FILTER_CHARACTERS
                    && (this != YEAR || value.matches("\\d{1,4}"));
        }
    }

    /**
     * What is searched at all.
     *
     * @param version one version of a document, superseded or not; null for all documents
     * @param like clauses like this one are looked for, instead of words
     * @param clauses ids of the clauses to look among; null for all
     * @param kind whether documents or evidence alone are searched
     */
    public record Scope(@Nullable String version, @Nullable Sample like, @Nullable Set<String> clauses, Kind kind) {

        static final Scope EVERYTHING = new Scope(null, null, null, Kind.ALL);

        /** Whether only a handful of clauses is searched, whatever the index holds. */
        boolean isNarrow() {
            return version != null || clauses != null;
        }
    }

    /** What can be looked at alone. */
    public enum Kind {
        ALL("Documents and evidence"),
        DOCUMENTS("Documents only"),
        EVIDENCE("Incidents and their evidence only");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }

        /** Name of the value in the address and the form. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String typed) {
            return Arrays.stream(values())
                    .filter(kind -> kind.parameter().equals(typed))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** @param id of the clause itself, which is no answer */
    record Sample(String id, String words) {}

    /** Takes whatever came with a request; nothing of it is refused. */
    public static SearchQuery of(Map<String, List<String>> parameters) {
        var filters = new EnumMap<Facet, List<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .filter(Objects::nonNull)
                    .map(String::strip)
                    .filter(facet::takes)
                    .distinct()
                    .limit(MAX_VALUES)
                    .toList();
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        String typed = first(parameters, "q");
        String words = harmless(typed);
        String version = first(parameters, "in");
        return new SearchQuery(
                words,
                words.length() < typed.strip().replaceAll("\\s+", " ").length(),
                filters,
                "all".equals(first(parameters, "versions")),
                pageNumber(first(parameters, "page")),
                new Scope(
                        version.matches("[0-9a-f-]{36}") ? version : null,
                        null,
                        null,
                        Kind.of(first(parameters, "kind"))));
    }

    static SearchQuery of(String words) {
        return of(Map.of("q", List.of(words)));
    }

    public boolean isEmpty() {
        return words.isEmpty() && scope.like() == null;
    }

    /** How the words are understood. */
    public TypedQuery typed() {
        return TypedQuery.read(words);
    }

    public boolean chosen(Facet facet, String value) {
        return filters.getOrDefault(facet, List.of()).contains(value);
    }

    /** What brings this search again, without the page: by parameter of the address. */
    public Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("q", List.of(words));
        filters.forEach((facet, values) -> parameters.put(facet.parameter(), values));
        if (allVersions) {
            parameters.put("versions", List.of("all"));
        }
        if (scope.version() != null) {
            parameters.put("in", List.of(scope.version()));
        }
        if (scope.kind() != Kind.ALL) {
            parameters.put("kind", List.of(scope.kind().parameter()));
        }
        return parameters;
    }

    int from() {
        return (page - 1) * PAGE_SIZE;
    }

    SearchQuery withPage(int other) {
        return new SearchQuery(words, cut, filters, allVersions, other, scope);
    }

    /** The same search, turned to the page and narrowed by the filters of another. */
    public SearchQuery withPageOf(SearchQuery turned) {
        return new SearchQuery(
                words, cut, turned.filters().isEmpty() ? filters : turned.filters(), allVersions, turned.page(), scope);
    }

    /** Clauses like this one, of whatever document; filters and page stay. */
    SearchQuery like(Sample sample) {
        return new SearchQuery("", false, filters, allVersions, page, new Scope(null, sample, null, scope.kind()));
    }

    /** The same among these clauses only, of superseded versions too. */
    public SearchQuery among(Collection<String> clauses) {
        return new SearchQuery(
                words, cut, filters, true, page, new Scope(scope.version(), null, Set.copyOf(clauses), scope.kind()));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0) == null ? "" : values.get(0);
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

    private static int pageNumber(String page) {
        if (!page.matches("[1-9][0-9]{0,4}")) {
            return 1;
        }
        return Math.min(Integer.parseInt(page), LAST_PAGE);
    }
}
