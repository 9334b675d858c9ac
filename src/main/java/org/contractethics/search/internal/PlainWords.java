package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.MultiMatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.search.internal.Concepts.Recognised;
import org.springframework.stereotype.Component;

/**
 * What is asked of the cluster where somebody typed words without any operator. Where the words name a concept, clauses are found
 * that are worded like it too. Weights were chosen on the development contracts: see measurements.md.
 */
@Component
class PlainWords {

    private static final double HEADING = 0.5;

    /** The fields words are looked for in, with their weights. */
    static final List<String> FIELDS = List.of("text", "heading^" + HEADING);

    private static final double WORDS = 0.6;

    /** More than two or three phrases of the concept: whoever names a qualifier wants clauses that hold it. */
    private static final double QUALIFIER = 25;

    /** More than all else together: whoever types words of a clause one after the other wants that clause first. */
    private static final double AS_TYPED = 200;

    /** What somebody typed beside the name of a concept tells which of its clauses are wanted. */
    private static final double WORDS_BESIDE_NAME = 1.5;

    /** In a longer question each word tells less, and all of them together no more. */
    private static final int WORDS_COUNTED = 8;

    private final Concepts concepts;
    private final ModelClauses models;

    PlainWords(Concepts concepts) {
        this.concepts = concepts;
        this.models = new ModelClauses(concepts.all());
    }

    Query of(SearchQuery query) {
        List<Recognised> recognised = recognised(query);
        Query found = found(query, recognised);
        List<Query> typed = asTyped(query, recognised);
        return typed.isEmpty() ? found : Query.of(q -> q.bool(b -> b.must(found).should(typed)));
    }

    private Query found(SearchQuery query, List<Recognised> recognised) {
        if (recognised.isEmpty()) {
            return words(query, 1);
        }
        boolean few = query.scope().isNarrow();
        return anyOf(query, recognised, found -> {
            var wordings = phrases(found);
            wordings.addAll(few ? models.like(found) : models.near(found));
            return wordings;
        });
    }

    /** The words one after the other; not where they are the name of a concept, which its clauses seldom bear. */
    private static List<Query> asTyped(SearchQuery query, List<Recognised> recognised) {
        String typed = query.typed().readAs().strip();
        boolean name =
                recognised.stream().anyMatch(found -> found.concept().name().equalsIgnoreCase(typed));
        return name || PlainStems.telling(query.words()).size() < 2
                ? List.of()
                : List.of(phrase("text", typed, AS_TYPED, 0));
    }

    /**
     * The same where the index says which concepts each clause shows: the same clauses, by terms instead of phrases. Phrases count as
     * much; words of model clauses alike, whatever their rarity.
     */
    Query shown(SearchQuery query) {
        List<Recognised> recognised = recognised(query);
        List<FieldValue> ids = recognised.stream()
                .map(found -> FieldValue.of(found.concept().id()))
                .toList();
        Query any = Query.of(q -> q.bool(b -> b.should(words(query, 0))
                .should(s -> s.terms(t -> t.field(ConceptTerms.FIELD).terms(v -> v.value(ids))))));
        List<Query> powers = recognised.stream().flatMap(PlainWords::powers).toList();
        List<Query> qualifying = concepts.qualifiers(query.words()).stream()
                .map(qualifier -> term(qualifier.id(), QUALIFIER))
                .toList();
        return Query.of(q -> q.bool(b -> b.filter(any)
                .should(asTyped(query, recognised))
                .should(beside(query, recognised))
                .should(powers)
                .should(qualifying)));
    }

    /** Whether clauses are looked for by concepts among all there are. */
    boolean widens(SearchQuery query) {
        return !query.scope().isNarrow() && !recognised(query).isEmpty();
    }

    /** What the phrases in a clause count for together, put together from its powers of two. */
    private static Stream<Query> powers(Recognised found) {
        return IntStream.range(0, ConceptTerms.bits())
                .mapToObj(bit ->
                        term(ConceptTerms.power(found.concept().id(), bit), found.weight() * ConceptTerms.worth(bit)));
    }

    private static Query term(String value, double weight) {
        return Query.of(q -> q.constantScore(c -> c.boost((float) weight)
                .filter(f -> f.term(t -> t.field(ConceptTerms.FIELD).value(value)))));
    }

    /**
     * What ranks clauses that were found besides: how much of a model clause they share. Too dear to ask of all of them; empty
     * where there is nothing more to ask, and among so few clauses that it was asked at once.
     */
    Optional<Query> ranking(SearchQuery query) {
        if (query.scope().isNarrow()) {
            return Optional.empty();
        }
        List<Query> like = recognised(query).stream()
                .flatMap(found -> models.like(found).stream())
                .toList();
        return like.isEmpty() ? Optional.empty() : Optional.of(Query.of(q -> q.bool(b -> b.should(like))));
    }

    /** What is marked in the clauses found: the words typed and the phrases looked for, not what they share with a model clause. */
    Query marked(SearchQuery query) {
        List<Recognised> recognised = recognised(query);
        return recognised.isEmpty() ? words(query, 1) : anyOf(query, recognised, PlainWords::phrases);
    }

    /** The concepts that clauses are looked for beside the words themselves; none where each word has to be taken literally. */
    List<Recognised> recognised(SearchQuery query) {
        return query.typed().isPlain() ? concepts.in(query.words()) : List.of();
    }

    private Query anyOf(SearchQuery query, List<Recognised> recognised, Function<Recognised, List<Query>> wordings) {
        var any = new BoolQuery.Builder().should(words(query, 0));
        recognised.forEach(found -> any.should(wordings.apply(found)));
        List<Query> qualifying = concepts.qualifiers(query.words()).stream()
                .map(PlainWords::qualifying)
                .toList();
        return Query.of(q -> q.bool(b ->
                b.must(any.build()._toQuery()).should(beside(query, recognised)).should(qualifying)));
    }

    private static Query beside(SearchQuery query, List<Recognised> recognised) {
        return typed(query)
                .minimumShouldMatch("1")
                .boost((float) weight(query, recognised))
                .build()
                ._toQuery();
    }

    /** A clause that says it counts for more, however often it says it. */
    private static Query qualifying(Concept qualifier) {
        List<Query> phrases = qualifier.phrases().stream()
                .map(phrase -> phrase("text", phrase, 1))
                .toList();
        return Query.of(
                q -> q.constantScore(c -> c.boost((float) QUALIFIER).filter(f -> f.bool(b -> b.should(phrases)))));
    }

    private static double weight(SearchQuery query, List<Recognised> recognised) {
        double beside = WORDS_BESIDE_NAME * (1 - recognised.get(0).share());
        int words = PlainStems.telling(query.words()).size();
        double each = Math.min(1, (double) WORDS_COUNTED / Math.max(1, words));
        return (WORDS + beside) * each * each * each;
    }

    /** Up to three words are all needed, of more three quarters. */
    private static Query words(SearchQuery query, double weight) {
        return typed(query)
                .minimumShouldMatch("3<75%")
                .boost((float) weight)
                .build()
                ._toQuery();
    }

    /** Read together, so that abbreviations and full names stand for each other. */
    private static MultiMatchQuery.Builder typed(SearchQuery query) {
        return new MultiMatchQuery.Builder()
                .query(query.typed().readAs())
                .type(TextQueryType.CrossFields)
                .fields(FIELDS)
                .lenient(true);
    }

    private static List<Query> phrases(Recognised found) {
        var phrases = new ArrayList<Query>();
        for (String phrase : found.concept().phrases()) {
            double point = found.weight() * PhraseWeights.POINT;
            phrases.add(phrase("text", phrase, point * PhraseWeights.inText(phrase)));
            phrases.add(phrase("heading", phrase, point * PhraseWeights.inHeading(phrase)));
        }
        return phrases;
    }

    private static Query phrase(String field, String phrase, double weight) {
        return phrase(field, phrase, weight, PhraseWeights.slop(phrase));
    }

    private static Query phrase(String field, String phrase, double weight, int slop) {
        return Query.of(q -> q.constantScore(c -> c.boost((float) weight)
                .filter(f -> f.matchPhrase(p -> p.field(field).query(phrase).slop(slop)))));
    }
}
