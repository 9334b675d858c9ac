package org.contractethics.finding.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.finding.internal.detection.Detector;
import org.contractethics.finding.internal.detection.LinearModel;
import org.contractethics.finding.internal.matching.Features;
import org.contractethics.finding.internal.matching.Features.OfClause;
import org.contractethics.finding.measure.CuadContracts.Labelled;
import org.contractethics.finding.measure.Cuts.Judged;
import org.contractethics.finding.measure.Examples.Example;
import org.contractethics.finding.measure.Examples.Known;
import org.contractethics.finding.measure.LogisticTraining.Trained;

/**
 * Scores each contract by models that never saw it. Five folds by contract; thresholds for a fold come from the others, each of them
 * scored by models that saw neither it nor the fold that the thresholds are for.
 */
final class CrossValidation {

    static final int FOLDS = 5;

    private final List<Labelled> contracts;
    private final Collection<String> categories;
    private final Examples clauses = new Examples();
    private final Examples sentences = new Examples();

    /** Folds held out, and category, to the probabilities of all clauses of the folds held out. */
    private final Map<Set<Integer>, Map<String, Map<Integer, List<Double>>>> scores = new HashMap<>();

    record Thresholds(double clause, double contract) {

        Detector rule() {
            LinearModel none = new LinearModel(Map.of(), 0);
            return new Detector(none, none, clause, contract);
        }
    }

    /** Both models of a category, and the names of their features. */
    record Models(Trained clauses, List<String> clauseNames, Trained sentences, List<String> sentenceNames) {}

    CrossValidation(List<Labelled> contracts, Features reader, Collection<String> categories) {
        this.contracts = contracts;
        this.categories = categories;
        for (int c = 0; c < contracts.size(); c++) {
            Labelled contract = contracts.get(c);
            List<String> texts = contract.texts();
            for (int i = 0; i < texts.size(); i++) {
                OfClause seen = reader.of(
                        contract.headings().get(i),
                        i == 0 ? "" : texts.get(i - 1),
                        texts.get(i),
                        i + 1 < texts.size() ? texts.get(i + 1) : "");
                clauses.add(c, i, seen.whole(), contract.labels().get(i));
                for (int s = 0; s < seen.sentences().size(); s++) {
                    sentences.add(
                            c,
                            i,
                            seen.sentences().get(s).values(),
                            contract.sentences().get(i).get(s));
                }
            }
        }
    }

    private Set<Integer> outside(Set<Integer> folds) {
        return IntStream.range(0, contracts.size())
                .filter(c -> !folds.contains(c % FOLDS))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Trained on the contracts outside some folds. */
    Map<String, Models> trained(Set<Integer> heldOut) {
        Set<Integer> training = outside(heldOut);
        Known ofClauses = clauses.known(training);
        Known ofSentences = sentences.known(training);
        return trained(training, ofClauses, ofSentences);
    }

    private Map<String, Models> trained(Set<Integer> training, Known ofClauses, Known ofSentences) {
        Map<String, Models> models = new ConcurrentHashMap<>();
        categories.parallelStream()
                .forEach(category -> models.put(
                        category,
                        new Models(
                                train(training, ofClauses, category),
                                ofClauses.names(),
                                train(training, ofSentences, category),
                                ofSentences.names())));
        return models;
    }

    private static Trained train(Set<Integer> training, Known known, String category) {
        return LogisticTraining.train(
                known.vectors(training),
                known.labelled(training, category),
                known.names().size());
    }

    /** Scores the folds by models trained on all others. */
    void hold(Set<Integer> folds) {
        Set<Integer> training = outside(folds);
        Known ofClauses = clauses.known(training);
        Known ofSentences = sentences.known(training);
        Map<String, Map<Integer, List<Double>>> scored = new HashMap<>();
        trained(training, ofClauses, ofSentences)
                .forEach((category, models) ->
                        scored.put(category, scored(folds, models, ofClauses.examples(), ofSentences.examples())));
        scores.put(folds, scored);
    }

    private Map<Integer, List<Double>> scored(
            Set<Integer> folds, Models models, List<Example> ofClauses, List<Example> ofSentences) {
        Map<Integer, double[]> best = new HashMap<>();
        for (Example sentence : ofSentences) {
            if (folds.contains(sentence.contract() % FOLDS)) {
                double[] most = best.computeIfAbsent(sentence.contract(), this::lowest);
                most[sentence.clause()] =
                        Math.max(most[sentence.clause()], models.sentences().score(sentence.features()));
            }
        }
        Map<Integer, List<Double>> probabilities = new HashMap<>();
        for (Example clause : ofClauses) {
            if (folds.contains(clause.contract() % FOLDS)) {
                double sentence = best.computeIfAbsent(clause.contract(), this::lowest)[clause.clause()];
                probabilities
                        .computeIfAbsent(clause.contract(), key -> new ArrayList<>())
                        .add(Detector.probability(models.clauses().score(clause.features()), sentence));
            }
        }
        return probabilities;
    }

    private double[] lowest(int contract) {
        return IntStream.range(0, contracts.get(contract).texts().size())
                .mapToDouble(i -> Double.NEGATIVE_INFINITY)
                .toArray();
    }

    /** The probabilities of the clauses of a contract, by models that never saw it. */
    List<Double> unseen(int contract, String category) {
        return unseen(Set.of(contract % FOLDS), contract, category);
    }

    private List<Double> unseen(Set<Integer> heldOut, int contract, String category) {
        return scores.get(heldOut).get(category).get(contract);
    }

    /** For a fold, chosen on the contracts outside it. */
    Thresholds thresholds(String category, int fold) {
        Map<Integer, List<Double>> scored = new HashMap<>();
        for (int contract : outside(Set.of(fold))) {
            scored.put(contract, unseen(Set.of(fold, contract % FOLDS), contract, category));
        }
        return thresholds(category, scored);
    }

    /** For contracts that are in none of the folds, chosen on all. */
    Thresholds thresholds(String category) {
        Map<Integer, List<Double>> scored = new HashMap<>();
        outside(Set.of()).forEach(contract -> scored.put(contract, unseen(contract, category)));
        return thresholds(category, scored);
    }

    private Thresholds thresholds(String category, Map<Integer, List<Double>> scored) {
        List<Judged> whole = new ArrayList<>();
        scored.forEach((contract, found) -> whole.add(
                new Judged(max(found), contracts.get(contract).answers().contains(category))));
        double ofContract = Cuts.best(whole, 0);
        List<Judged> reached = new ArrayList<>();
        int missed = 0;
        for (Map.Entry<Integer, List<Double>> one : scored.entrySet()) {
            List<Set<String>> labels = contracts.get(one.getKey()).labels();
            boolean said = max(one.getValue()) >= ofContract;
            for (int i = 0; i < labels.size(); i++) {
                boolean labelled = labels.get(i).contains(category);
                if (said) {
                    reached.add(new Judged(one.getValue().get(i), labelled));
                } else {
                    missed += labelled ? 1 : 0;
                }
            }
        }
        return new Thresholds(Cuts.best(reached, missed), ofContract);
    }

    private static double max(List<Double> probabilities) {
        return probabilities.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
