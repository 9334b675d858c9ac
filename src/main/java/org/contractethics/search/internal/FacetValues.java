package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.search.internal.SearchAnswer.FacetValue;
import org.contractethics.search.internal.SearchQuery.Facet;

/** The values hits can be narrowed to, in words. */
final class FacetValues {

    private FacetValues() {}

    /** What is chosen stays visible and removable, even with nothing left to show. */
    static Map<Facet, List<FacetValue>> chosenOnly(SearchQuery query) {
        var values = new EnumMap<Facet, List<FacetValue>>(Facet.class);
        query.filters().forEach((facet, value) -> values.put(facet, List.of(chosen(facet, value))));
        return values;
    }

    private static FacetValue chosen(Facet facet, String value) {
        return new FacetValue(value, label(facet, value), 0, true);
    }

    static List<FacetValue> of(Facet facet, SearchQuery query, Map<String, Aggregate> aggregations) {
        String chosen = query.filters().get(facet);
        Aggregate filtered = requireNonNull(aggregations.get(facet.name()), "asked for with every query");
        Aggregate counted = requireNonNull(filtered.filter().aggregations().get("values"), "asked for");
        var values = new ArrayList<FacetValue>();
        for (StringTermsBucket bucket : counted.sterms().buckets().array()) {
            String value = bucket.key().stringValue();
            values.add(new FacetValue(value, label(facet, value), bucket.docCount(), value.equals(chosen)));
        }
        if (chosen != null && values.stream().noneMatch(FacetValue::chosen)) {
            values.add(chosen(facet, chosen));
        }
        return List.copyOf(values);
    }

    private static String label(Facet facet, String value) {
        return switch (facet) {
            case COUNTRY -> {
                // whatever stands in the address comes through here
                yield value.matches("[A-Z]{2}")
                        ? new Locale.Builder().setRegion(value).build().getDisplayCountry(Locale.ENGLISH)
                        : value;
            }
            case TYPE -> typeLabel(value);
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
