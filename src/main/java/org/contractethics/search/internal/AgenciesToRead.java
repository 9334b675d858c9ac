package org.contractethics.search.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.contractethics.search.internal.SearchAnswer.FacetValue;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** The agencies of the contracts whose documents somebody may read, by the facet of a search in their names. */
@Component
class AgenciesToRead {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} .'-]+");

    private final ContractSearch search;

    AgenciesToRead(ContractSearch search) {
        this.search = search;
    }

    List<String> containing(String begun, Actor viewer) {
        if (!WORDS.matcher(begun).matches()) {
            return List.of();
        }
        String last = begun.substring(begun.lastIndexOf(' ') + 1);
        try {
            SearchAnswer answer = search.find(SearchQuery.of(Map.of("q", List.of("agency:" + last + "*"))), viewer);
            return answer.facets().getOrDefault(Facet.AGENCY, List.of()).stream()
                    .map(FacetValue::value)
                    .filter(agency -> agency.toLowerCase(Locale.ROOT).contains(begun))
                    .toList();
        } catch (SearchDown down) {
            return List.of();
        }
    }
}
