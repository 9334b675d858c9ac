package org.contractethics.finding.internal.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Takes a text apart into words with their stems, so that "retains", "retained" and "retaining" are one. */
final class Stems {

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(words);
            return new TokenStreamComponents(words, new PorterStemFilter(new EnglishPossessiveFilter(lower)));
        }
    };

    private Stems() {}

    static List<Word> of(String text) {
        List<Integer> sentences = Sentences.begin(text);
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            int sentence = 0;
            while (stream.incrementToken()) {
                int start = offset.startOffset();
                while (sentence + 1 < sentences.size() && sentences.get(sentence + 1) <= start) {
                    sentence++;
                }
                words.add(word(term.toString(), text.substring(start, offset.endOffset()), start, sentence));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Word word(String stem, String written, int start, int sentence) {
        String lower = written.toLowerCase(Locale.ROOT);
        boolean capitals =
                written.length() > 1 && !written.equals(lower) && written.equals(written.toUpperCase(Locale.ROOT));
        return new Word(stem, lower, capitals, start, start + written.length(), sentence);
    }
}
