package org.contractethics.search.internal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import org.contractethics.contract.CapabilityNames;
import org.contractethics.search.internal.SearchAnswer.FacetValue;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.springframework.stereotype.Component;

/** Puts words to the codes of other modules among the facets. */
@Component
class FacetLabels {

    private final CapabilityNames capabilities;
    private final FoundInClauses findings;

    FacetLabels(CapabilityNames capabilities, FoundInClauses findings) {
        this.capabilities = capabilities;
        this.findings = findings;
    }

    SearchAnswer worded(SearchAnswer answer) {
        var facets = new EnumMap<Facet, List<FacetValue>>(Facet.class);
        answer.facets()
                .forEach((facet, values) -> facets.put(
                        facet,
                        values.stream()
                                .map(value -> value.labelled(label(facet, value)))
                                .toList()));
        return new SearchAnswer(
                answer.total(), answer.page(), answer.pages(), answer.hits(), Collections.unmodifiableMap(facets));
    }

    private String label(Facet facet, FacetValue value) {
        return switch (facet) {
            case CAPABILITY -> capabilities.label(value.value());
            case FINDING -> findings.label(value.value());
            default -> value.label();
        };
    }
}
