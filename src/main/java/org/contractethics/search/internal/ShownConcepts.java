package org.contractethics.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.stereotype.Component;

/**
 * Tells which concepts of the catalogue a clause shows: by a phrase in its text or heading, or by words of a model clause that few
 * concepts share. These are the rules by which {@link PlainWords} finds clauses where the index does not say it; the index keeps the
 * answer, so that clauses on a concept are found by one term instead of hundreds of phrases.
 */
@Component
class ShownConcepts {

    private static final int UNKNOWN = -1;

    private final Analyzer analyzer = ClauseAnalysis.indexed();
    private final ShownRules rules;

    ShownConcepts(Concepts concepts, IndexDefinition definition) {
        this.rules = new ShownRules(concepts, new AskedWordings(ClauseAnalysis.asked(definition.synonyms())));
    }

    /** What the index keeps of a clause: a term for each concept, and what its phrases count for together, in binary. */
    List<String> in(String heading, String text) {
        int[] points = new int[rules.concepts()];
        boolean[] shown = new boolean[rules.concepts()];
        int[] shared = new int[rules.models()];
        rules.each(standing(heading), rule -> {
            if (rule.inHeading() > 0) {
                shown[rule.concept()] = true;
                points[rule.concept()] += rule.inHeading();
            }
        });
        rules.each(standing(text), rule -> {
            if (rule.isPhrase()) {
                shown[rule.concept()] = true;
                points[rule.concept()] += rule.inText();
            } else {
                int words = ++shared[rule.model()];
                int needed = rules.needed(rule.model());
                shown[rule.concept()] |= words >= needed;
                points[rule.concept()] += counted(words, needed);
            }
        });
        return terms(shown, points);
    }

    /** Fewer words than are needed count for nothing; with the last one needed, all of them do. */
    private static int counted(int words, int needed) {
        if (words < needed) {
            return 0;
        }
        return PhraseWeights.TELLING_WORD * (words == needed ? needed : 1);
    }

    private List<String> terms(boolean[] shown, int[] points) {
        var terms = new ArrayList<String>();
        for (int concept = 0; concept < shown.length; concept++) {
            if (shown[concept]) {
                terms.addAll(ConceptTerms.of(rules.id(concept), points[concept]));
            }
        }
        return terms;
    }

    /** Numbers of the rules whose wordings stand in a text. */
    private BitSet standing(String text) {
        var standing = new BitSet();
        int[] words = words(text);
        for (int at = 0; at < words.length; at++) {
            if (words[at] != UNKNOWN) {
                for (CatalogueWording wording : rules.keyed(words[at])) {
                    if (!standing.get(wording.rule()) && wording.standsIn(words, at)) {
                        standing.set(wording.rule());
                    }
                }
            }
        }
        return standing;
    }

    private int[] words(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        CharArrayMap<Integer> known = rules.words();
        int[] words = new int[text.length() / 4 + 8];
        int count = 0;
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                Integer number = known.get(term.buffer(), 0, term.length());
                words = count < words.length ? words : Arrays.copyOf(words, 2 * count);
                words[count++] = number == null ? UNKNOWN : number;
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(words, count);
    }
}
