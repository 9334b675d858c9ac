package org.contractethics.search.internal;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.jspecify.annotations.Nullable;

/** The analyzers {@code clause} and {@code clause_search} of {@code config/elasticsearch/clauses.json}, in process. */
final class ClauseAnalysis {

    private ClauseAnalysis() {}

    /** How the index takes a clause apart. */
    static Analyzer indexed() {
        return new Chain(null);
    }

    /** How it takes apart what is asked for: with synonyms, in Solr's notation. */
    static Analyzer asked(List<String> synonyms) {
        return new Chain(parsed(synonyms));
    }

    private static SynonymMap parsed(List<String> synonyms) {
        try (Analyzer plain = new Plain()) {
            var parser = new SolrSynonymParser(true, true, plain);
            parser.parse(new StringReader(String.join("\n", synonyms)));
            return parser.build();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("synonyms cannot be read", e);
        }
    }

    private static TokenStream beforeSynonyms(TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    }

    private static final class Plain extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, beforeSynonyms(words));
        }
    }

    private static final class Chain extends Analyzer {

        private final @Nullable SynonymMap synonyms;

        Chain(@Nullable SynonymMap synonyms) {
            this.synonyms = synonyms;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream before = beforeSynonyms(words);
            TokenStream all = synonyms == null ? before : new SynonymGraphFilter(before, synonyms, true);
            return new TokenStreamComponents(words, new PorterStemFilter(all));
        }
    }
}
