package org.contractethics.finding.internal.detection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.matching.Check;
import org.contractethics.finding.internal.matching.Features;
import org.contractethics.finding.internal.matching.Phrase;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.finding.internal.matching.QuerySetFiles;

/** The linear models that ship with the product, one for each commercial term, with the figures measured for them. */
public final class Detectors {

    public static final String FILE = "finding/detectors.tsv";

    private final Map<String, LinearModel> models = new LinkedHashMap<>();
    private final Map<String, Double> measured = new HashMap<>();
    private final Features features;

    private Detectors(Features features) {
        this.features = features;
    }

    /** @param set whose phrases of terms are features */
    public static Detectors packed(QuerySet set) {
        return read(QuerySetFiles.load(FILE), set);
    }

    static Detectors read(String file, QuerySet set) {
        Detectors detectors = new Detectors(new Features(terms(set)));
        Map<String, String[]> heads = new LinkedHashMap<>();
        Map<String, Map<String, Double>> weights = new HashMap<>();
        file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .forEach(cells -> {
                    if (cells[0].equals("D")) {
                        heads.put(cells[1], cells);
                    } else {
                        weights.computeIfAbsent(cells[1], check -> new HashMap<>())
                                .put(cells[2], number(cells[3]));
                    }
                });
        heads.forEach((check, head) -> {
            detectors.models.put(
                    check,
                    new LinearModel(
                            weights.getOrDefault(check, Map.of()), number(head[2]), number(head[3]), number(head[4])));
            detectors.measured.put(check, number(head[5]));
        });
        return detectors;
    }

    /** The checks of commercial terms with their phrases. */
    public static QuerySet terms(QuerySet set) {
        List<Check> terms = set.checks().stream()
                .filter(check -> check.kind() == CheckKind.TERM)
                .toList();
        Map<String, List<Phrase>> phrases = new TreeMap<>();
        terms.forEach(check -> phrases.put(check.id(), set.phrases(check.id())));
        return new QuerySet(terms, phrases);
    }

    public Map<String, LinearModel> models() {
        return Map.copyOf(models);
    }

    /** Probability of each term in the clause. */
    public Map<String, Double> probabilities(String heading, String before, String text, String after) {
        Map<String, Double> of = features.of(heading, before, text, after);
        Map<String, Double> probabilities = new TreeMap<>();
        models.forEach((check, model) -> probabilities.put(check, model.probability(of)));
        return probabilities;
    }

    /** Whether the check was measured at an F1 below .5 on clauses it was not trained on. */
    public boolean weak(String check) {
        return measured.getOrDefault(check, 1.0) < 0.5;
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }
}
