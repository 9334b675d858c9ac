package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.search.internal.SearchAnswer.FacetValue;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.CountryNames;

/** The values hits can be narrowed to, in words. */
final class FacetValues {

    /** Counts among the clauses that the values chosen of other facets let through. */
    static final String FILTERED = "values";

    /** Words for what reviews decide; an outcome of a later policy stands for itself. */
    private static final Map<String, String> OUTCOMES = Map.of(
            "APPROVE", "Approved",
            "CONDITIONAL", "Approved with conditions",
            "REJECT", "Rejected",
            "RETURN", "Returned for clarification",
            "STOPPED", "Stopped on legal grounds",
            "SUSPEND", "Suspended",
            "EXIT", "To be ended");

    private FacetValues() {}

    /** What is chosen stays visible and removable, even with nothing left to show. */
    static Map<Facet, List<FacetValue>> chosenOnly(SearchQuery query) {
        var values = new EnumMap<Facet, List<FacetValue>>(Facet.class);
        query.filters()
                .forEach((facet, chosen) -> values.put(
                        facet,
                        chosen.stream().map(value -> chosen(facet, value)).toList()));
        return values;
    }

    private static FacetValue chosen(Facet facet, String value) {
        return new FacetValue(value, label(facet, value), 0, true);
    }

    static List<FacetValue> of(Facet facet, SearchQuery query, Map<String, Aggregate> aggregations) {
        Aggregate asked = requireNonNull(aggregations.get(facet.name()), "asked for with every query");
        Aggregate counted =
                asked.isFilter() ? requireNonNull(asked.filter().aggregations().get(FILTERED), "asked for") : asked;
        var values = new ArrayList<FacetValue>();
        counts(counted)
                .forEach((value, count) ->
                        values.add(new FacetValue(value, label(facet, value), count, query.chosen(facet, value))));
        query.filters().getOrDefault(facet, List.of()).stream()
                .filter(value ->
                        values.stream().noneMatch(known -> known.value().equals(value)))
                .forEach(value -> values.add(chosen(facet, value)));
        if (facet == Facet.YEAR) {
            values.sort(Comparator.comparing(FacetValue::value).reversed());
        }
        return List.copyOf(values);
    }

    /** An index without a value of a field does not know its type and answers with none. */
    private static Map<String, Long> counts(Aggregate counted) {
        var counts = new LinkedHashMap<String, Long>();
        if (counted.isSterms()) {
            counted.sterms()
                    .buckets()
                    .array()
                    .forEach(one -> counts.put(one.key().stringValue(), one.docCount()));
        } else if (counted.isLterms()) {
            counted.lterms().buckets().array().forEach(one -> counts.put(String.valueOf(one.key()), one.docCount()));
        }
        return counts;
    }

    static String label(Facet facet, String value) {
        return switch (facet) {
            case COUNTRY -> {
                // whatever stands in the address comes through here
                yield value.matches("[A-Z]{2}") ? CountryNames.of(value) : value;
            }
            case TYPE -> typeLabel(value);
            case OUTCOME -> OUTCOMES.getOrDefault(value, value);
            default -> value;
        };
    }

    private static String typeLabel(String value) {
        for (DocumentType type : DocumentType.values()) {
            if (type.name().equals(value)) {
                return type.label();
            }
        }
        return value;
    }
}
