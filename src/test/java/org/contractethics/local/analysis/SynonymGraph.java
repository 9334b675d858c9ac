package org.contractethics.local.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalysisMode;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.BooleanSetting;
import org.elasticsearch.plugin.settings.ListSetting;

/**
 * Synonyms in Solr's notation. The stock filter reads them with the filters before it in the chain, which a stable plugin cannot see;
 * here they are read by the standard tokenizer in lower case, so the filter belongs before any stemming.
 */
@NamedComponent("synonym_graph")
public final class SynonymGraph implements TokenFilterFactory {

    /** As in a full cluster. */
    @AnalysisSettings
    public interface Settings {

        @ListSetting(path = "synonyms")
        List<String> synonyms();

        @BooleanSetting(path = "expand", defaultValue = true)
        boolean expand();
    }

    private final SynonymMap synonyms;

    @Inject
    public SynonymGraph(Settings settings) {
        this.synonyms = parse(settings.synonyms(), settings.expand());
    }

    private static SynonymMap parse(List<String> rules, boolean expand) {
        try (Analyzer words = new WordsInLowerCase()) {
            SolrSynonymParser parser = new SolrSynonymParser(true, expand, words);
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("synonyms cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return synonyms.fst == null ? tokens : new SynonymGraphFilter(tokens, synonyms, true);
    }

    /** Synonyms of several words make a graph of tokens, which an index cannot hold. */
    @Override
    public AnalysisMode getAnalysisMode() {
        return AnalysisMode.SEARCH_TIME;
    }

    private static final class WordsInLowerCase extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new LowerCaseFilter(words));
        }
    }
}
