package org.contractethics.finding.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.contractethics.finding.internal.detection.Detectors;
import org.contractethics.finding.internal.detection.LinearModel;
import org.contractethics.finding.internal.matching.Features;
import org.contractethics.finding.internal.matching.QuerySetFiles;
import org.contractethics.finding.measure.CuadContracts.Labelled;
import org.contractethics.finding.measure.CuadContracts.Pack;
import org.contractethics.finding.measure.LogisticTraining.Trained;
import org.contractethics.finding.measure.LogisticTraining.Vector;
import org.contractethics.finding.measure.LogisticTraining.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the detectors of commercial terms against CUAD in five-fold cross-validation by contract, and trains those that ship:
 * {@code -Dcuad.folder=<pack>/cuad}, and {@code -Dcuad.write=true} to write {@code config/finding/detectors.tsv}. No contract is
 * scored by a model that saw it: vocabulary, weights and thresholds of a fold come from the other four.
 */
@EnabledIfSystemProperty(named = "cuad.folder", matches = ".+")
class CuadDetectorsTests {

    private static final int FOLDS = 5;
    private static final int INNER_FOLDS = 4;
    private static final int LEAST_CONTRACTS = 3;

    /**
     * Category of CUAD to the check that detects it. The first twelve are judged: of the queries that CUAD can judge, those with
     * the most labelled contracts among its 510. The others have too few examples here for a figure to mean much.
     */
    private static final Map<String, String> CATEGORIES = categories();

    private static final int JUDGED = 12;

    private static Map<String, String> categories() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Governing Law", "T03");
        all.put("Anti-Assignment", "T04");
        all.put("Cap On Liability", "T13");
        all.put("License Grant", "T14");
        all.put("Audit Rights", "T01");
        all.put("Termination For Convenience", "T02");
        all.put("Post-Termination Services", "T08");
        all.put("Exclusivity", "T16");
        all.put("Insurance", "T18");
        all.put("Non-Transferable License", "T05");
        all.put("Change Of Control", "T07");
        all.put("Uncapped Liability", "T10");
        all.put("Covenant Not To Sue", "T12");
        all.put("Volume Restriction", "T19");
        all.put("Irrevocable Or Perpetual License", "T09");
        all.put("Affiliate License-Licensee", "T06");
        all.put("Non-Disparagement", "T15");
        all.put("Third Party Beneficiary", "T11");
        all.put("Source Code Escrow", "T17");
        return all;
    }

    private final List<Labelled> contracts;
    private final List<List<Map<String, Double>>> features = new ArrayList<>();
    private final Pack pack;

    CuadDetectorsTests() throws IOException, InterruptedException {
        pack = CuadContracts.read(Path.of(System.getProperty("cuad.folder")));
        contracts = pack.contracts();
        Features reader = new Features(Detectors.terms(QuerySetFiles.packed()));
        contracts.forEach(contract -> features.add(IntStream.range(
                        0, contract.texts().size())
                .mapToObj(i -> reader.of(
                        contract.headings().get(i),
                        i == 0 ? "" : contract.texts().get(i - 1),
                        contract.texts().get(i),
                        i + 1 < contract.texts().size() ? contract.texts().get(i + 1) : ""))
                .toList()));
    }

    private record Thresholds(double clause, double contract) {}

    private record Scored(int contract, int clause, double probability) {}

    @Test
    void twelve_detectors_reach_their_figures_on_contracts_they_never_saw() throws IOException {
        Map<String, Score> clauses = new LinkedHashMap<>();
        Map<String, Score> whole = new LinkedHashMap<>();
        CATEGORIES.keySet().forEach(category -> {
            clauses.put(category, new Score());
            whole.put(category, new Score());
        });
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<Integer> training = indexes(i -> i % FOLDS != held);
            List<Integer> scored = indexes(i -> i % FOLDS == held);
            Vectors vectors = new Vectors(training, contracts.size());
            for (String category : CATEGORIES.keySet()) {
                Thresholds thresholds = thresholds(category, training, vectors);
                Trained model = train(category, training, vectors);
                List<Scored> found = score(model, scored, vectors);
                count(category, found, thresholds, clauses, whole);
            }
        }
        report(clauses, whole);
        if (Boolean.getBoolean("cuad.write")) {
            write(clauses, whole);
        }
        // the aim of .71 is not reached: see measurements.md; this is the floor that a change must not fall through
        assertThat(macro(clauses)).isGreaterThanOrEqualTo(0.66);
        assertThat(macro(whole)).isGreaterThanOrEqualTo(0.79);
    }

    /** The numbers of every clause in the vocabulary of the training contracts. */
    private final class Vectors {
        private final Vocabulary vocabulary;
        private final List<List<Vector>> of = new ArrayList<>();

        Vectors(List<Integer> training, int all) {
            vocabulary = new Vocabulary(training.stream().map(features::get).toList(), LEAST_CONTRACTS);
            for (int i = 0; i < all; i++) {
                of.add(features.get(i).stream().map(vocabulary::vector).toList());
            }
        }
    }

    private List<Integer> indexes(java.util.function.IntPredicate wanted) {
        return IntStream.range(0, contracts.size()).filter(wanted).boxed().toList();
    }

    private Trained train(String category, List<Integer> training, Vectors vectors) {
        List<Vector> examples = new ArrayList<>();
        List<Boolean> found = new ArrayList<>();
        for (int contract : training) {
            for (int i = 0; i < vectors.of.get(contract).size(); i++) {
                examples.add(vectors.of.get(contract).get(i));
                found.add(contracts.get(contract).labels().get(i).contains(category));
            }
        }
        return LogisticTraining.train(examples, found, vectors.vocabulary.size());
    }

    private List<Scored> score(Trained model, List<Integer> scored, Vectors vectors) {
        List<Scored> all = new ArrayList<>();
        for (int contract : scored) {
            for (int i = 0; i < vectors.of.get(contract).size(); i++) {
                all.add(new Scored(
                        contract, i, model.probability(vectors.of.get(contract).get(i))));
            }
        }
        return all;
    }

    /** Chosen on training contracts alone, each scored by a model trained on the others of them. */
    private Thresholds thresholds(String category, List<Integer> training, Vectors vectors) {
        List<Scored> all = new ArrayList<>();
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            List<Integer> rest = new ArrayList<>();
            List<Integer> held = new ArrayList<>();
            for (int i = 0; i < training.size(); i++) {
                (i % INNER_FOLDS == fold ? held : rest).add(training.get(i));
            }
            all.addAll(score(train(category, rest, vectors), held, vectors));
        }
        double contract = best(category, all, threshold -> new Thresholds(0, threshold), false);
        double clause = best(category, all, threshold -> new Thresholds(threshold, contract), true);
        return new Thresholds(clause, contract);
    }

    private double best(
            String category, List<Scored> scored, DoubleFunction<Thresholds> thresholds, boolean ofClauses) {
        double best = 0.5;
        double most = -1;
        for (double threshold = 0.04; threshold < 0.96; threshold += 0.02) {
            Map<String, Score> clauses = new LinkedHashMap<>(Map.of(category, new Score()));
            Map<String, Score> whole = new LinkedHashMap<>(Map.of(category, new Score()));
            count(category, scored, thresholds.apply(threshold), clauses, whole);
            double f1 = (ofClauses ? clauses : whole).get(category).f1();
            if (f1 > most) {
                most = f1;
                best = threshold;
            }
        }
        return best;
    }

    private void count(
            String category,
            List<Scored> scored,
            Thresholds thresholds,
            Map<String, Score> clauses,
            Map<String, Score> whole) {
        Map<Integer, List<Double>> byContract = new TreeMap<>();
        scored.forEach(one -> byContract
                .computeIfAbsent(one.contract(), key -> new ArrayList<>())
                .add(one.probability()));
        LinearModel rule = new LinearModel(Map.of(), 0, thresholds.clause(), thresholds.contract());
        byContract.forEach((contract, probabilities) -> {
            List<Integer> found = rule.found(probabilities);
            Labelled labelled = contracts.get(contract);
            for (int i = 0; i < probabilities.size(); i++) {
                clauses.get(category)
                        .add(found.contains(i), labelled.labels().get(i).contains(category));
            }
            whole.get(category).add(!found.isEmpty(), labelled.answers().contains(category));
        });
    }

    private static double macro(Map<String, Score> scores) {
        return scores.values().stream()
                .limit(JUDGED)
                .mapToDouble(Score::f1)
                .average()
                .orElse(0);
    }

    private void report(Map<String, Score> clauses, Map<String, Score> whole) {
        System.out.printf(
                Locale.ROOT,
                "contracts %d, clauses %d, labelled spans %d, not placed %d%n",
                contracts.size(),
                contracts.stream().mapToInt(one -> one.texts().size()).sum(),
                pack.spans(),
                pack.lost());
        clauses.forEach((category, score) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.2f | %.2f | %.2f | %d | %.2f |%n",
                CATEGORIES.get(category),
                category,
                score.right + score.missed,
                score.precision(),
                score.recall(),
                score.f1(),
                whole.get(category).right + whole.get(category).missed,
                whole.get(category).f1()));
        System.out.printf(Locale.ROOT, "macro of twelve: clause %.3f contract %.3f%n", macro(clauses), macro(whole));
    }

    private void write(Map<String, Score> clauses, Map<String, Score> whole) throws IOException {
        List<Integer> all = indexes(i -> true);
        Vectors vectors = new Vectors(all, contracts.size());
        StringBuilder out = new StringBuilder();
        out.append("# Linear detectors of commercial terms, trained by CuadDetectorsTests on the labels of CUAD v1\n");
        out.append(
                "# (The Atticus Project, CC BY 4.0, https://www.atticusprojectai.org/cuad); the weights are derived from them.\n");
        out.append("# D check, bias, clause threshold, contract threshold, clause F1, contract F1 (cross-validated)\n");
        out.append("# W check, feature, weight\n");
        for (Map.Entry<String, String> category : CATEGORIES.entrySet()) {
            Thresholds thresholds = thresholds(category.getKey(), all, vectors);
            Trained model = train(category.getKey(), all, vectors);
            out.append(String.format(
                    Locale.ROOT,
                    "D\t%s\t%.4f\t%.3f\t%.3f\t%.2f\t%.2f%n",
                    category.getValue(),
                    model.bias(),
                    thresholds.clause(),
                    thresholds.contract(),
                    clauses.get(category.getKey()).f1(),
                    whole.get(category.getKey()).f1()));
            new TreeMap<>(model.kept())
                    .forEach((feature, weight) -> out.append(String.format(
                            Locale.ROOT,
                            "W\t%s\t%s\t%.3f%n",
                            category.getValue(),
                            vectors.vocabulary.name(feature),
                            weight)));
        }
        Files.writeString(Path.of("config/finding/detectors.tsv"), out);
    }
}
