package org.contractethics.finding.internal.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;

/** The words of one clause in a small index of their own. */
final class ClauseWords {

    private static final String FIELD = "text";

    /** A phrase that stands this often says nothing more. */
    private static final int MOST_PLACES = 50;

    private final String text;
    private final List<Word> words;
    private final Set<String> stems = new HashSet<>();
    private final LeafReaderContext leaf;

    ClauseWords(String text) {
        this.text = text;
        this.words = Stems.of(text);
        words.forEach(word -> stems.add(word.stem()));
        MemoryIndex index = new MemoryIndex(true);
        index.addField(FIELD, new WordStream(words));
        leaf = index.createSearcher().getIndexReader().leaves().get(0);
    }

    /** Words from {@code first} to {@code last}, both included. */
    record Place(int first, int last) {}

    List<Word> words() {
        return words;
    }

    String text() {
        return text;
    }

    List<Place> places(Phrase phrase) {
        if (words.isEmpty() || !phrase.possible(stems)) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        try {
            IntervalMatchesIterator found = phrase.source().matches(FIELD, leaf, 0);
            while (found != null && places.size() < MOST_PLACES && found.next()) {
                places.add(new Place(wordAt(found.startOffset()), wordAt(found.endOffset() - 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(places);
    }

    private int wordAt(int offset) {
        int low = 0;
        int high = words.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (words.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
