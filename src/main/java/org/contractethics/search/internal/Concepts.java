package org.contractethics.search.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of concepts, and which of them somebody's words name. Each word is looked at once, whatever is typed. */
@Component
class Concepts {

    /** More concepts than these make a query dear and say little. */
    private static final int MOST = 3;

    /** Of the words typed, the share that a phrase of a clause must be to stand for its concept. */
    private static final double PHRASE_SHARE = 0.6;

    private final Catalogue catalogue;
    private final Wordings named;
    private final Wordings phrased;
    private final LayWords lay;

    Concepts(JsonMapper mapper) {
        this(read(mapper));
    }

    Concepts(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.named = new Wordings(catalogue.concepts(), concept -> {
            var texts = new ArrayList<>(concept.lay());
            texts.add(concept.name());
            return texts;
        });
        this.phrased = new Wordings(catalogue.concepts(), Concept::phrases);
        this.lay = new LayWords(catalogue.concepts());
    }

    /** @param version grows with every reviewed change */
    record Catalogue(int version, List<Concept> concepts) {

        Catalogue {
            concepts = List.copyOf(concepts);
        }
    }

    /**
     * A concept found in somebody's words.
     *
     * @param weight from 0 to 1: how much of what was asked it is
     */
    record Recognised(Concept concept, double weight) {}

    int version() {
        return catalogue.version();
    }

    List<Concept> all() {
        return catalogue.concepts();
    }

    /** Those the words name, the first named first; if none is, the one they come near to, if there is one. */
    List<Recognised> in(String words) {
        List<String> stems = PlainStems.of(words);
        List<Wordings.Named> found = named.in(stems);
        if (!found.isEmpty()) {
            return weighted(found, stems, 0.25);
        }
        found = phrased.in(stems);
        if (share(found, stems) >= PHRASE_SHARE) {
            return weighted(found, stems, 0.5);
        }
        return lay.nearest(stems).map(List::of).orElse(List.of());
    }

    /** What is named first counts in full; the others too where little else was typed than names. */
    private static List<Recognised> weighted(List<Wordings.Named> found, List<String> stems, double aside) {
        boolean namesOnly = share(found, stems) >= PHRASE_SHARE;
        var weights = new LinkedHashMap<Concept, Double>();
        for (Wordings.Named named : found) {
            weights.putIfAbsent(named.concept(), weights.isEmpty() || namesOnly ? 1.0 : aside);
        }
        return weights.entrySet().stream()
                .limit(MOST)
                .map(entry -> new Recognised(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static double share(List<Wordings.Named> found, List<String> stems) {
        ToDoubleFunction<List<String>> content =
                list -> list.stream().filter(PlainStems::tells).count();
        double covered = found.stream()
                .mapToDouble(named -> content.applyAsDouble(stems.subList(named.from(), named.to())))
                .sum();
        return covered / Math.max(1, content.applyAsDouble(stems));
    }

    private static Catalogue read(JsonMapper mapper) {
        try (InputStream file = new ClassPathResource("search/concepts.json").getInputStream()) {
            return mapper.readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("search/concepts.json cannot be read", e);
        }
    }
}
