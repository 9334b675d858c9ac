package org.contractethics.search.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Words like "how long" and "who" tell little, and something. */
    private static final double FUNCTION_WORD = 0.3;

    /** How much a single wording counts that says nearly what was typed, beside words strewn over several wordings. */
    private static final double TOGETHER = 2;

    private final int concepts;
    private final Map<String, Map<Concept, Double>> said = new HashMap<>();
    private final Map<Concept, List<Set<String>>> wordings = new HashMap<>();

    LayWords(List<Concept> concepts) {
        this.concepts = concepts.size();
        for (Concept concept : concepts) {
            say(concept, List.of(concept.name()), 1);
            say(concept, concept.lay(), 1);
            say(concept, concept.phrases(), IN_PHRASES);
            say(concept, concept.model(), IN_MODEL);
            wordings.put(
                    concept,
                    Stream.of(List.of(concept.name()), concept.lay(), concept.phrases())
                            .flatMap(List::stream)
                            .map(wording -> Set.copyOf(new HashSet<>(PlainStems.of(wording))))
                            .toList());
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
        Set<String> typed = Set.copyOf(new HashSet<>(stems));
        double whole = weight(telling.stream());
        Map<Concept, Double> shared = nearness(telling);
        List<Near> near = shared.entrySet().stream()
                .map(entry -> {
                    double together = together(entry.getKey(), typed);
                    return new Near(entry.getKey(), entry.getValue() * (1 + TOGETHER * together));
                })
                .sorted(Comparator.comparingDouble(Near::score).reversed())
                .toList();
        if (near.isEmpty() || shared.getOrDefault(near.get(0).concept(), 0.0) < LEAST * whole) {
            return Optional.empty();
        }
        boolean clear =
                near.size() == 1 || near.get(0).score() >= AHEAD * near.get(1).score();
        return clear ? Optional.of(new Recognised(near.get(0).concept(), WEIGHT, SHARE)) : Optional.empty();
    }

    private record Near(Concept concept, double score) {}

    private Map<Concept, Double> nearness(Set<String> telling) {
        var near = new HashMap<Concept, Double>();
        for (String stem : telling) {
            said.getOrDefault(stem, Map.of())
                    .forEach((concept, weight) -> near.merge(concept, weight * rarity(stem), Double::sum));
        }
        return near;
    }

    /** From 0 to 1: how much of the words typed and of the wording that comes nearest to them is the same (Dice, by rarity). */
    private double together(Concept concept, Set<String> typed) {
        return wordings.getOrDefault(concept, List.of()).stream()
                .mapToDouble(wording -> 2
                        * weight(wording.stream().filter(typed::contains))
                        / (weight(wording.stream()) + weight(typed.stream())))
                .max()
                .orElse(0);
    }

    private double weight(Stream<String> stems) {
        return stems.mapToDouble(this::rarity).sum();
    }

    private double rarity(String stem) {
        if (!PlainStems.tells(stem)) {
            return FUNCTION_WORD;
        }
        int of = said.getOrDefault(stem, Map.of()).size();
        // a word that no concept knows tells that something else may be meant, but not that it is
        return of == 0 ? UNKNOWN : Math.log(1 + (concepts + 1.0) / (of + 1.0));
    }
}
