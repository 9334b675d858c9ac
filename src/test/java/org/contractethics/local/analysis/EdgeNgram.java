package org.contractethics.local.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.BooleanSetting;
import org.elasticsearch.plugin.settings.IntSetting;

/** Beginnings of words, for suggestions while typing. */
@NamedComponent("edge_ngram")
public final class EdgeNgram implements TokenFilterFactory {

    /** As in a full cluster. */
    @AnalysisSettings
    public interface Settings {

        @IntSetting(path = "min_gram", defaultValue = 1)
        int minGram();

        @IntSetting(path = "max_gram", defaultValue = 2)
        int maxGram();

        @BooleanSetting(path = "preserve_original", defaultValue = false)
        boolean preserveOriginal();
    }

    private final Settings settings;

    @Inject
    public EdgeNgram(Settings settings) {
        this.settings = settings;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return new EdgeNGramTokenFilter(tokens, settings.minGram(), settings.maxGram(), settings.preserveOriginal());
    }

    @Override
    public TokenStream normalize(TokenStream tokens) {
        return tokens;
    }
}
