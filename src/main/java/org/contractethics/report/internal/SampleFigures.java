package org.contractethics.report.internal;

import java.util.Map;

/** Counts the audit sample: what was drawn and reviewed a second time, and how far both results agree. */
final class SampleFigures {

    private static final Map<String, String> STEPS = Words.labels(
            "drawn", "Drawn into the sample",
            "not-drawn", "Not drawn",
            "reviewed", "Reviewed a second time",
            "reopen", "Stricter, review opened again",
            "uphold", "Stricter, first decision upheld");
    private static final Map<String, String> RESULTS = Words.labels(
            "AGREES", "Agree",
            "TIER", "Another tier",
            "OUTCOME", "Another outcome",
            "TIER_AND_OUTCOME", "Both differ");
    private static final String BLIND = "blind";
    private static final String KNEW = "knew";
    private static final String CHANGED = "changed";
    private static final Map<String, String> COMPARED = Words.labels(
            BLIND, "First result not known to the second reviewer",
            KNEW, "First result known",
            CHANGED, "Documents or facts had changed between them");

    private SampleFigures() {}

    static void sample(Casebook book, Scope scope, Tally tally) {
        STEPS.forEach(tally::row);
        book.sample().all().stream()
                .filter(step -> STEPS.containsKey(step.step()) && counts(scope, step.mark(), step.contract()))
                .forEach(step -> tally.add(
                        step.step(),
                        Tally.ALL,
                        Item.of(step.mark(), step.contract(), STEPS.getOrDefault(step.step(), step.step()))));
    }

    static void agreement(Casebook book, Scope scope, Tally tally) {
        COMPARED.forEach(tally::row);
        RESULTS.forEach(tally::column);
        book.sample().compared().stream()
                .filter(one -> RESULTS.containsKey(one.differs()) && counts(scope, one.mark(), one.contract()))
                .forEach(one -> tally.add(
                        !one.sameBasis() ? CHANGED : one.knew() ? KNEW : BLIND,
                        one.differs(),
                        Item.of(one.mark(), one.contract(), RESULTS.getOrDefault(one.differs(), one.differs()))));
    }

    private static boolean counts(Scope scope, Mark mark, ContractCase contract) {
        return scope.period().holds(mark.at()) && scope.takes(contract.tierAt(scope.asOf()), contract);
    }
}
