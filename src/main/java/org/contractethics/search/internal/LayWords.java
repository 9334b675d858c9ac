package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.search.internal.Concepts.Recognised;

/** Tells which concept somebody's own words come nearest to, by the words they share with what is said of it. */
final class LayWords {

    /** Share of the words typed, weighed by their rarity, that must be said of the concept. */
    private static final double LEAST = 0.45;

    /** How much nearer than the second the first must be. */
    private static final double AHEAD = 1.1;

    private static final double IN_PHRASES = 0.8;
    private static final double IN_MODEL = 0.5;
    private static final double WEIGHT = 0.85;

    /** Words of everyday speech seldom stand in clauses: beside the phrases of the concept they count for little. */
    private static final double SHARE = 1;

    private static final double UNKNOWN = 2;

    private final int concepts;
    private final Map<String, Map<Concept, Double>> said = new HashMap<>();

    LayWords(List<Concept> concepts) {
        this.concepts = concepts.size();
        for (Concept concept : concepts) {
            say(concept, List.of(concept.name()), 1);
            say(concept, concept.lay(), 1);
            say(concept, concept.phrases(), IN_PHRASES);
            say(concept, concept.model(), IN_MODEL);
        }
    }

    private void say(Concept concept, List<String> texts, double weight) {
        texts.stream()
                .flatMap(text -> PlainStems.of(text).stream())
                .filter(PlainStems::tells)
                .forEach(
                        stem -> said.computeIfAbsent(stem, s -> new HashMap<>()).merge(concept, weight, Math::max));
    }

    /** Empty where the words are too few, or come near to several concepts or to none. */
    Optional<Recognised> nearest(List<String> stems) {
        Set<String> telling = new LinkedHashSet<>(stems);
        telling.removeIf(stem -> !PlainStems.tells(stem));
        // a single word is looked for as it stands
        if (telling.isEmpty() || stems.size() < 2) {
            return Optional.empty();
        }
        double whole = telling.stream().mapToDouble(this::rarity).sum();
        var near = new ArrayList<>(nearness(telling).entrySet());
        near.sort(Map.Entry.<Concept, Double>comparingByValue().reversed());
        if (near.isEmpty() || near.get(0).getValue() < LEAST * whole) {
            return Optional.empty();
        }
        boolean clear = near.size() == 1
                || near.get(0).getValue() >= AHEAD * near.get(1).getValue();
        return clear ? Optional.of(new Recognised(near.get(0).getKey(), WEIGHT, SHARE)) : Optional.empty();
    }

    private Map<Concept, Double> nearness(Set<String> telling) {
        var near = new HashMap<Concept, Double>();
        for (String stem : telling) {
            said.getOrDefault(stem, Map.of())
                    .forEach((concept, weight) -> near.merge(concept, weight * rarity(stem), Double::sum));
        }
        return near;
    }

    private double rarity(String stem) {
        int of = said.getOrDefault(stem, Map.of()).size();
        // a word that no concept knows tells that something else may be meant, but not that it is
        return of == 0 ? UNKNOWN : Math.log(1 + (concepts + 1.0) / (of + 1.0));
    }
}
