package org.contractethics.finding.internal.detection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.detection.Detector.Likely;
import org.contractethics.finding.internal.matching.Check;
import org.contractethics.finding.internal.matching.Features;
import org.contractethics.finding.internal.matching.Features.OfClause;
import org.contractethics.finding.internal.matching.Phrase;
import org.contractethics.finding.internal.matching.QuerySet;
import org.contractethics.finding.internal.matching.QuerySetFiles;

/** The detectors that ship with the product, one for each commercial term, with the figures measured for them. */
public final class Detectors {

    public static final String FILE = "finding/detectors.tsv";

    private final Map<String, Detector> detectors = new LinkedHashMap<>();
    private final Map<String, Double> measured = new HashMap<>();
    private final Features features;

    private Detectors(Features features) {
        this.features = features;
    }

    /** @param set whose phrases of terms are features */
    public static Detectors packed(QuerySet set) {
        return read(QuerySetFiles.load(FILE), set);
    }

    /** The lines of the file: D for a detector, then W for each feature with its weight for clauses and for sentences. */
    static Detectors read(String file, QuerySet set) {
        Map<String, String[]> heads = new LinkedHashMap<>();
        Map<String, Map<String, Double>> ofClauses = new HashMap<>();
        Map<String, Map<String, Double>> ofSentences = new HashMap<>();
        for (String line : file.lines().filter(any -> !any.startsWith("#")).toList()) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("D")) {
                heads.put(cells[1], cells);
            } else {
                weight(ofClauses, cells[1], cells[2], cells[3]);
                weight(ofSentences, cells[1], cells[2], cells[4]);
            }
        }
        Detectors all = new Detectors(new Features(terms(set)));
        heads.forEach((check, head) -> {
            LinearModel clauses = new LinearModel(ofClauses.getOrDefault(check, Map.of()), number(head[2]));
            LinearModel sentences = new LinearModel(ofSentences.getOrDefault(check, Map.of()), number(head[3]));
            all.detectors.put(check, new Detector(clauses, sentences, number(head[4]), number(head[5])));
            all.measured.put(check, number(head[6]));
        });
        return all;
    }

    private static void weight(Map<String, Map<String, Double>> of, String check, String feature, String weight) {
        if (!weight.isEmpty()) {
            of.computeIfAbsent(check, key -> new HashMap<>()).put(feature, number(weight));
        }
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

    /** By their checks, in the order of these. */
    public Map<String, Detector> detectors() {
        return new TreeMap<>(detectors);
    }

    /** How likely each term stands in the clause, and in which sentence. */
    public Map<String, Likely> likely(String heading, String before, String text, String after) {
        OfClause clause = features.of(heading, before, text, after);
        Map<String, Likely> likely = new TreeMap<>();
        detectors.forEach((check, detector) -> likely.put(check, detector.likely(clause)));
        return likely;
    }

    /** Whether the check was measured at an F1 below .5 on clauses it was not trained on. */
    public boolean weak(String check) {
        return measured.getOrDefault(check, 1.0) < 0.5;
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }
}
