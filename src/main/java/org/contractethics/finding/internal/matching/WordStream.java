package org.contractethics.finding.internal.matching;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Gives the words to Lucene. Between two sentences lies a gap wider than any proximity, so that no phrase reaches across; a word
 * in capitals stands a second time at its place, marked, for abbreviations that are ordinary words otherwise.
 */
final class WordStream extends TokenStream {

    static final String CAPITALS = "=";
    private static final int GAP = 1_000;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Word> words;
    private int next;
    private boolean again;

    WordStream(List<Word> words) {
        this.words = words;
    }

    @Override
    public boolean incrementToken() {
        if (next >= words.size()) {
            return false;
        }
        clearAttributes();
        Word word = words.get(next);
        term.append(again ? CAPITALS + word.plain() : word.stem());
        offset.setOffset(word.start(), word.end());
        step.setPositionIncrement(again ? 0 : step(word));
        again = !again && word.capitals();
        next += again ? 0 : 1;
        return true;
    }

    private int step(Word word) {
        boolean first = next == 0 || words.get(next - 1).sentence() == word.sentence();
        return first ? 1 : GAP;
    }

    @Override
    public void reset() {
        next = 0;
        again = false;
    }
}
