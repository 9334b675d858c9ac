package org.contractethics.finding.internal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.contractethics.finding.internal.matching.ClauseWords.Place;

/**
 * What linear models see of a clause and of each of its sentences: stems, neighbouring pairs and triples of them, the words of the
 * heading, those before and behind, and how many phrases of each term stand in it.
 */
public final class Features {

    private static final int MOST_WORDS = 1_200;
    private static final int MOST_SENTENCES = 60;
    private static final int NEIGHBOUR = 600;
    private static final int BEFORE_SENTENCE = 400;
    private static final int AFTER_SENTENCE = 300;
    private static final double NEIGHBOUR_WEIGHT = 0.2;
    private static final double PHRASE_IN_CLAUSE = 0.3;

    /** A phrase says more of the sentence in which it stands. */
    private static final double PHRASE_IN_SENTENCE = 0.6;

    private final QuerySet terms;

    /** @param terms the checks whose phrases become features */
    public Features(QuerySet terms) {
        this.terms = terms;
    }

    /** @param whole feature to value, of the whole clause */
    public record OfClause(Map<String, Double> whole, List<OfSentence> sentences) {}

    /**
     * @param start offset of the sentence in the clause
     * @param values feature to value; the words around it are those of the same clause
     */
    public record OfSentence(int start, int end, Map<String, Double> values) {}

    /** A phrase of a check, by its number, in a sentence. */
    private record Found(String check, int phrase, int sentence) {}

    /**
     * @param before text of the clause before, empty where there is none; a list often names its subject there
     * @param after text of the clause behind
     */
    public OfClause of(String heading, String before, String text, String after) {
        String piece = text.length() > ClauseMatcher.PIECE ? text.substring(0, ClauseMatcher.PIECE) : text;
        ClauseWords clause = new ClauseWords(piece);
        List<Word> words =
                clause.words().subList(0, Math.min(MOST_WORDS, clause.words().size()));
        List<Found> found = found(clause);
        Map<String, Double> whole = words(heading, words);
        addNeighbour("before:", start(before), whole);
        addNeighbour("after:", start(after), whole);
        addPhrases(found, any -> true, PHRASE_IN_CLAUSE, whole);
        return new OfClause(whole, sentences(heading, piece, words, found));
    }

    private static List<OfSentence> sentences(String heading, String text, List<Word> words, List<Found> found) {
        List<Integer> bounds = Excerpt.bounds(text);
        List<OfSentence> sentences = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size() && i < MOST_SENTENCES; i++) {
            int sentence = i;
            int start = bounds.get(i);
            int end = bounds.get(i + 1);
            Map<String, Double> values = words(
                    heading,
                    words.stream().filter(word -> word.sentence() == sentence).toList());
            addNeighbour("before:", text.substring(Math.max(0, start - BEFORE_SENTENCE), start), values);
            addNeighbour("after:", text.substring(end, Math.min(text.length(), end + AFTER_SENTENCE)), values);
            addPhrases(found, one -> one.sentence() == sentence, PHRASE_IN_SENTENCE, values);
            sentences.add(new OfSentence(start, end, values));
        }
        return sentences;
    }

    private static Map<String, Double> words(String heading, List<Word> words) {
        Map<String, Double> features = new TreeMap<>();
        String one = "";
        String two = "";
        for (Word word : words) {
            String stem = digits(word.stem());
            features.put(stem, 1.0);
            if (!one.isEmpty()) {
                features.put(one + " " + stem, 1.0);
            }
            if (!two.isEmpty()) {
                features.put(two + " " + one + " " + stem, 1.0);
            }
            two = one;
            one = stem;
        }
        Stems.of(heading).forEach(word -> features.put("heading:" + digits(word.stem()), 1.5));
        double length = Math.sqrt(
                features.values().stream().mapToDouble(value -> value * value).sum());
        features.replaceAll((name, value) -> value / Math.max(length, 4));
        return features;
    }

    private static String start(String text) {
        return text.length() > NEIGHBOUR ? text.substring(0, NEIGHBOUR) : text;
    }

    private static void addNeighbour(String side, String text, Map<String, Double> features) {
        Set<String> stems = new TreeSet<>();
        Stems.of(text).forEach(word -> stems.add(digits(word.stem())));
        double value = NEIGHBOUR_WEIGHT / Math.sqrt(Math.max(stems.size(), 16));
        stems.forEach(stem -> features.put(side + stem, value));
    }

    private List<Found> found(ClauseWords clause) {
        List<Found> found = new ArrayList<>();
        for (Check check : terms.checks()) {
            int number = 0;
            for (Phrase phrase : terms.phrases(check.id())) {
                number++;
                for (Place place : clause.places(phrase)) {
                    found.add(new Found(
                            check.id(),
                            number,
                            clause.words().get(place.first()).sentence()));
                }
            }
        }
        return found;
    }

    private static void addPhrases(
            List<Found> found, Predicate<Found> wanted, double weight, Map<String, Double> features) {
        Map<String, Set<Integer>> matched = new TreeMap<>();
        found.stream().filter(wanted).forEach(one -> matched.computeIfAbsent(one.check(), key -> new TreeSet<>())
                .add(one.phrase()));
        matched.forEach((check, phrases) -> {
            phrases.forEach(phrase -> features.put("phrase:" + check + "." + phrase, weight));
            features.put("phrase:" + check, weight * Math.min(phrases.size(), 3));
        });
    }

    private static String digits(String stem) {
        return Character.isDigit(stem.charAt(0)) ? "0" : stem;
    }
}
