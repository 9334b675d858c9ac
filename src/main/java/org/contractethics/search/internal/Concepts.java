package org.contractethics.search.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of concepts, and which of them somebody's words name. Each word is looked at once, whatever is typed. */
@Component
class Concepts {

    /** More concepts than these make a query dear and say little. */
    private static final int MOST = 3;

    private static final int MOST_QUALIFIERS = 4;

    private static final Set<String> DENYING = Set.of("without", "not", "no", "never");

    /** Of the words typed, the share that a phrase of a clause must be to stand for its concept. */
    private static final double PHRASE_SHARE = 0.6;

    /** From this share on somebody listed names instead of telling something about the first. */
    private static final double NAMES_ONLY = 0.8;

    private final Catalogue catalogue;
    private final Wordings named;
    private final Wordings phrased;
    private final LayWords lay;
    private final Wordings qualified;

    Concepts(JsonMapper mapper) {
        this.catalogue = read(mapper);
        this.named = new Wordings(catalogue.concepts(), concept -> Stream.concat(
                        Stream.of(concept.name()), concept.lay().stream().filter(Concepts::isLong))
                .toList());
        this.phrased = new Wordings(catalogue.concepts(), concept -> Stream.concat(
                        concept.phrases().stream(), concept.lay().stream().filter(lay -> !isLong(lay)))
                .toList());
        this.lay = new LayWords(catalogue.concepts());
        this.qualified = new Wordings(
                catalogue.qualifiers(), concept -> Stream.concat(Stream.of(concept.name()), concept.lay().stream())
                        .toList());
    }

    /**
     * @param version grows with every reviewed change
     * @param qualifiers what a clause on a concept may say besides, for example for whose fault it makes an exception
     */
    record Catalogue(int version, List<Concept> concepts, List<Concept> qualifiers) {

        Catalogue {
            concepts = List.copyOf(concepts);
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /**
     * A concept found in somebody's words.
     *
     * @param weight from 0 to 1: how sure it is that it was meant
     * @param share from 0 to 1: how much of what was typed the names of concepts are
     */
    record Recognised(Concept concept, double weight, double share) {}

    /** A single word says too little to stand for its concept among others. */
    private static boolean isLong(String wording) {
        return wording.indexOf(' ') >= 0;
    }

    int version() {
        return catalogue.version();
    }

    List<Concept> qualifiers() {
        return catalogue.qualifiers();
    }

    /** Changes with whatever decides which concepts a clause shows; lay wordings do not. */
    String wordings() {
        return Stream.concat(catalogue.concepts().stream(), catalogue.qualifiers().stream())
                .map(concept -> concept.id() + concept.phrases() + concept.model())
                .collect(Collectors.joining("\n"));
    }

    List<Concept> all() {
        return catalogue.concepts();
    }

    /** Those the words name, the first named first; if none is, the one they come near to, if there is one. */
    List<Recognised> in(String words) {
        List<String> stems = PlainStems.of(words);
        List<Wordings.Named> found = named.in(stems);
        if (!found.isEmpty()) {
            return weighted(found, stems);
        }
        found = phrased.in(stems);
        if (share(found, stems) >= PHRASE_SHARE) {
            return weighted(found, stems);
        }
        return lay.nearest(stems).map(List::of).orElse(List.of());
    }

    /** What else the words say of the clauses that are wanted; without what they say is not wanted. */
    List<Concept> qualifiers(String words) {
        List<String> stems = PlainStems.of(words);
        return qualified.in(stems).stream()
                .filter(named -> !denied(stems, named.from()))
                .map(Wordings.Named::concept)
                .distinct()
                .limit(MOST_QUALIFIERS)
                .toList();
    }

    private static boolean denied(List<String> stems, int at) {
        return (at > 0 && DENYING.contains(stems.get(at - 1)))
                || (at > 1 && DENYING.contains(stems.get(at - 2)))
                || (at > 2 && DENYING.contains(stems.get(at - 3)));
    }

    /** What is named first, and the others too where little else was typed than names. */
    private static List<Recognised> weighted(List<Wordings.Named> found, List<String> stems) {
        double share = share(found, stems);
        long most = share >= NAMES_ONLY ? MOST : 1;
        return found.stream()
                .map(Wordings.Named::concept)
                .distinct()
                .limit(most)
                .map(concept -> new Recognised(concept, 1, share))
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
