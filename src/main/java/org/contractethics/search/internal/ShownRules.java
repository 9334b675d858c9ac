package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.analysis.CharArrayMap;

/** The phrases and telling words of the catalogue, looked up by the words of a clause. */
final class ShownRules {

    private static final int NO_MODEL = -1;

    private final List<String> ids = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Integer> needed = new ArrayList<>();
    private final CharArrayMap<Integer> words = new CharArrayMap<>(4_096, false);
    private final List<List<CatalogueWording>> keyed = new ArrayList<>();
    private final AskedWordings asked;

    /** The catalogue's wordings before their words are numbered. */
    private record Written(int rule, List<String> words, int slop) {}

    /**
     * @param concept its number, or that of a qualifier
     * @param model number of the model clause the word is of; none for a phrase
     * @param inText points that a phrase in the text counts for
     * @param inHeading in the heading; 0 where it is not looked for there
     */
    record Rule(int concept, int model, int inText, int inHeading) {

        boolean isPhrase() {
            return model == NO_MODEL;
        }
    }

    ShownRules(Concepts concepts, AskedWordings asked) {
        this.asked = asked;
        var written = new ArrayList<Written>();
        var models = new ModelClauses(concepts.all());
        for (Concept concept : concepts.all()) {
            for (String phrase : concept.phrases()) {
                phrase(phrase, PhraseWeights.inText(phrase), PhraseWeights.inHeading(phrase), written);
            }
            concept.model().forEach(model -> telling(models.distinct(model), written));
            ids.add(concept.id());
        }
        for (Concept qualifier : concepts.qualifiers()) {
            qualifier.phrases().forEach(phrase -> phrase(phrase, 0, 0, written));
            ids.add(qualifier.id());
        }
        number(written);
    }

    private void phrase(String phrase, int inText, int inHeading, List<Written> written) {
        asked.ofPhrase(phrase)
                .forEach(sequence -> written.add(new Written(rules.size(), sequence, PhraseWeights.slop(phrase))));
        rules.add(new Rule(ids.size(), NO_MODEL, inText, inHeading));
    }

    private void telling(List<String> telling, List<Written> written) {
        if (telling.isEmpty()) {
            return;
        }
        for (List<List<String>> word : asked.ofWords(telling)) {
            word.forEach(sequence -> written.add(new Written(rules.size(), sequence, 0)));
            rules.add(new Rule(ids.size(), needed.size(), 0, 0));
        }
        needed.add(ModelClauses.shared(telling.size()));
    }

    private void number(List<Written> written) {
        Map<String, Integer> wordings = new HashMap<>();
        written.forEach(one -> one.words().stream().distinct().forEach(word -> wordings.merge(word, 1, Integer::sum)));
        wordings.keySet().forEach(word -> {
            words.put(word, keyed.size());
            keyed.add(new ArrayList<>());
        });
        for (Written one : written) {
            int key = rarest(one.words(), wordings);
            int[] numbers = one.words().stream().mapToInt(words::get).toArray();
            keyed.get(numbers[key]).add(new CatalogueWording(one.rule(), numbers, key, one.slop()));
        }
    }

    private static int rarest(List<String> sequence, Map<String, Integer> wordings) {
        int rarest = 0;
        for (int n = 1; n < sequence.size(); n++) {
            if (wordings.getOrDefault(sequence.get(n), 0) < wordings.getOrDefault(sequence.get(rarest), 0)) {
                rarest = n;
            }
        }
        return rarest;
    }

    int concepts() {
        return ids.size();
    }

    String id(int concept) {
        return ids.get(concept);
    }

    int models() {
        return needed.size();
    }

    /** How many of the telling words of a model clause a clause must share. */
    int needed(int model) {
        return needed.get(model);
    }

    /** The words of the catalogue and their numbers. */
    CharArrayMap<Integer> words() {
        return words;
    }

    /** The wordings that are looked up by this word. */
    List<CatalogueWording> keyed(int word) {
        return keyed.get(word);
    }

    void each(BitSet standing, Consumer<Rule> reader) {
        standing.stream().forEach(rule -> reader.accept(rules.get(rule)));
    }
}
