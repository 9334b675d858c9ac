package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** The word sequences that a text of the catalogue stands for where the cluster is asked for it: itself, and with synonyms in it. */
final class AskedWordings {

    private static final String FIELD = "text";

    private final QueryBuilder queries;

    AskedWordings(Analyzer asked) {
        this.queries = new QueryBuilder(asked);
        // as the cluster does: a synonym of several words is looked for as a phrase
        queries.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    }

    /** One of these has to stand in a clause. */
    List<List<String>> ofPhrase(String phrase) {
        return sequences(queries.createPhraseQuery(FIELD, phrase));
    }

    /** For each word that counts, what it stands for. */
    List<List<List<String>>> ofWords(List<String> words) {
        Query query = queries.createBooleanQuery(FIELD, String.join(" ", words));
        return query instanceof BooleanQuery all
                ? all.clauses().stream()
                        .map(clause -> sequences(clause.getQuery()))
                        .toList()
                : List.of(sequences(query));
    }

    private static List<List<String>> sequences(@Nullable Query query) {
        if (query instanceof BoostQuery boosted) {
            return sequences(boosted.getQuery());
        }
        if (query instanceof TermQuery one) {
            return List.of(List.of(one.getTerm().text()));
        }
        if (query instanceof PhraseQuery phrase) {
            return List.of(Stream.of(phrase.getTerms()).map(Term::text).toList());
        }
        if (query instanceof MultiPhraseQuery phrase) {
            return eachOf(phrase.getTermArrays());
        }
        if (query instanceof SynonymQuery any) {
            return any.getTerms().stream().map(term -> List.of(term.text())).toList();
        }
        if (query instanceof BooleanQuery any
                && any.clauses().stream().allMatch(c -> c.getOccur() == BooleanClause.Occur.SHOULD)) {
            return any.clauses().stream()
                    .flatMap(clause -> sequences(clause.getQuery()).stream())
                    .toList();
        }
        throw new IllegalStateException("the catalogue asks for what no clause is looked through for: " + query);
    }

    private static List<List<String>> eachOf(Term[][] places) {
        List<List<String>> all = List.of(List.of());
        for (Term[] place : places) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> begun : all) {
                for (Term term : place) {
                    longer.add(Stream.concat(begun.stream(), Stream.of(term.text()))
                            .toList());
                }
            }
            all = longer;
        }
        return all;
    }
}
