package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.contractethics.search.internal.QueryField.Kind;
import org.contractethics.search.internal.Wanted.Leaf;
import org.jspecify.annotations.Nullable;

/** Queries of the cluster for typed queries: each operator at its word. */
final class TypedClauseQueries {

    static final List<String> CLAUSE = List.of("text", "heading^0.5");

    /** Without synonyms, which would be varied too. */
    private static final String BARE_ANALYZER = "clause";

    private static final int FUZZY_WORDS = 50;

    private TypedClauseQueries() {}

    static Query of(@Nullable Wanted wanted) {
        return wanted == null ? Query.of(q -> q.matchNone(n -> n)) : query(wanted, null);
    }

    private static Query query(Wanted wanted, @Nullable QueryField field) {
        if (wanted instanceof Wanted.AllOf all) {
            return every(all, field);
        }
        if (wanted instanceof Wanted.AnyOf any) {
            List<Query> choices =
                    any.parts().stream().map(part -> query(part, field)).toList();
            return Query.of(q -> q.bool(b -> b.should(choices).minimumShouldMatch("1")));
        }
        if (wanted instanceof Wanted.Not not) {
            return Query.of(q -> q.bool(b -> b.mustNot(query(not.unwanted(), field))));
        }
        if (wanted instanceof Wanted.InField in) {
            return query(in.wanted(), in.field());
        }
        return leaf((Leaf) wanted, field);
    }

    private static Query every(Wanted.AllOf all, @Nullable QueryField field) {
        var bool = new BoolQuery.Builder();
        for (Wanted part : all.parts()) {
            if (part instanceof Wanted.Not not) {
                bool.mustNot(query(not.unwanted(), field));
            } else {
                bool.must(query(part, field));
            }
        }
        return bool.build()._toQuery();
    }

    private static Query leaf(Leaf leaf, @Nullable QueryField field) {
        if (field == null) {
            return text(leaf, CLAUSE);
        }
        if (field.kind() == Kind.NUMBER) {
            int[] range = Objects.requireNonNull(QueryField.range(leaf), "only ranges are read into these fields");
            return Query.of(q -> q.range(r -> r.number(
                    n -> n.field(field.fields().get(0)).gte((double) range[0]).lte((double) range[1]))));
        }
        return field.kind() == Kind.KEYWORD ? keyword(field, leaf) : inTextField(field, leaf);
    }

    private static Query inTextField(QueryField field, Leaf leaf) {
        Query words = text(leaf, List.of(field.fields().get(0)));
        if (field != QueryField.CONTRACT) {
            return words;
        }
        return anyOf(List.of(words, term("reference", leaf.words())));
    }

    private static Query keyword(QueryField field, Leaf leaf) {
        String name = field.fields().get(0);
        String value = field.value(leaf).orElse("");
        if (leaf instanceof Wanted.Beginning || field == QueryField.PART) {
            return prefix(name, value);
        }
        // a number is printed with or without a full stop behind it
        return field == QueryField.NUMBER
                ? anyOf(List.of(term(name, value), term(name, value + ".")))
                : term(name, value);
    }

    private static Query text(Leaf leaf, List<String> fields) {
        if (leaf instanceof Wanted.Phrase phrase) {
            return Query.of(q -> q.multiMatch(m -> m.query(phrase.words())
                    .type(TextQueryType.Phrase)
                    .slop(phrase.apart())
                    .fields(fields)));
        }
        if (leaf instanceof Wanted.Fuzzy fuzzy) {
            return Query.of(q -> q.multiMatch(m -> m.query(fuzzy.words())
                    .fuzziness(fuzzy.edits() == 0 ? "AUTO" : String.valueOf(fuzzy.edits()))
                    .prefixLength(1)
                    .maxExpansions(FUZZY_WORDS)
                    .analyzer(BARE_ANALYZER)
                    .operator(Operator.And)
                    .fields(fields)));
        }
        if (leaf instanceof Wanted.Beginning beginning) {
            return beginning(beginning.words(), fields);
        }
        return Query.of(q -> q.multiMatch(m -> m.query(leaf.words())
                .type(TextQueryType.CrossFields)
                .operator(Operator.And)
                .fields(fields)));
    }

    /** The index holds stems, so a beginning that is longer than its stem is looked up as a word too. */
    private static Query beginning(String typed, List<String> fields) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        var choices = new ArrayList<Query>();
        for (String field : fields) {
            choices.add(prefix(field.replaceFirst("\\^.*", ""), folded));
        }
        choices.add(Query.of(q -> q.multiMatch(m ->
                m.query(typed).operator(Operator.And).analyzer(BARE_ANALYZER).fields(fields))));
        return anyOf(choices);
    }

    private static Query anyOf(List<Query> choices) {
        return Query.of(q -> q.bool(b -> b.should(choices).minimumShouldMatch("1")));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value).caseInsensitive(true)));
    }

    private static Query prefix(String field, String value) {
        return Query.of(q -> q.prefix(p -> p.field(field).value(value).caseInsensitive(true)));
    }
}
