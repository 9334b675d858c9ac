package org.contractethics.finding.internal.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a linear model sees of a clause: its stems, neighbouring pairs and triples of them, the words of its heading, and how many
 * phrases of each term stand in it.
 */
public final class Features {

    private static final int MOST_WORDS = 1_200;
    private static final int NEIGHBOUR = 600;
    private static final double NEIGHBOUR_WEIGHT = 0.2;

    private final QuerySet terms;

    /** @param terms the checks whose phrases become features */
    public Features(QuerySet terms) {
        this.terms = terms;
    }

    /**
     * Feature to value.
     *
     * @param before text of the clause before, empty where there is none; a list often names its subject there
     * @param after text of the clause behind
     */
    public Map<String, Double> of(String heading, String before, String text, String after) {
        ClauseWords clause =
                new ClauseWords(text.length() > ClauseMatcher.PIECE ? text.substring(0, ClauseMatcher.PIECE) : text);
        Map<String, Double> features = new TreeMap<>();
        List<Word> words =
                clause.words().subList(0, Math.min(MOST_WORDS, clause.words().size()));
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
        addNeighbour("before:", before, features);
        addNeighbour("after:", after, features);
        addPhrases(clause, features);
        return features;
    }

    private static void addNeighbour(String side, String text, Map<String, Double> features) {
        Set<String> stems = new TreeSet<>();
        Stems.of(text.length() > NEIGHBOUR ? text.substring(0, NEIGHBOUR) : text)
                .forEach(word -> stems.add(digits(word.stem())));
        double value = NEIGHBOUR_WEIGHT / Math.sqrt(Math.max(stems.size(), 16));
        stems.forEach(stem -> features.put(side + stem, value));
    }

    private void addPhrases(ClauseWords clause, Map<String, Double> features) {
        for (Check check : terms.checks()) {
            int matched = 0;
            int number = 0;
            for (Phrase phrase : terms.phrases(check.id())) {
                number++;
                if (!clause.places(phrase).isEmpty()) {
                    matched++;
                    features.put("phrase:" + check.id() + "." + number, 0.3);
                }
            }
            if (matched > 0) {
                features.put("phrase:" + check.id(), 0.3 * Math.min(matched, 3));
            }
        }
    }

    private static String digits(String stem) {
        return Character.isDigit(stem.charAt(0)) ? "0" : stem;
    }
}
