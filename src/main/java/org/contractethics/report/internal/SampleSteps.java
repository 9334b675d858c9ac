package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.record.RecordEntry;

/** What the record tells of the audit sample, in its order. */
final class SampleSteps {

    static final Set<String> KINDS = Set.of("sample-drawn", "sample-reviewed", "sample-ruled");

    private final List<Step> steps = new ArrayList<>();
    private final List<Compared> compared = new ArrayList<>();

    /** @param step drawn, not-drawn, reviewed, reopen or uphold */
    record Step(String step, Mark mark, ContractCase contract) {}

    /**
     * A second result beside the first.
     *
     * @param knew whether the second reviewer knew the first result
     * @param sameBasis whether both are of the same documents and facts
     * @param differs in what they differ, or that they agree
     */
    record Compared(boolean knew, boolean sameBasis, String differs, Mark mark, ContractCase contract) {}

    void add(RecordEntry entry, ContractCase contract) {
        Mark mark = Mark.of(entry);
        switch (entry.kind()) {
            case "sample-drawn" -> steps.add(new Step(entry.flag("drawn") ? "drawn" : "not-drawn", mark, contract));
            case "sample-reviewed" -> {
                steps.add(new Step("reviewed", mark, contract));
                compared.add(new Compared(
                        entry.flag("knewFirst"),
                        entry.flag("sameBasis"),
                        FactReader.upper(entry, "differs"),
                        mark,
                        contract));
            }
            default -> steps.add(new Step(FactReader.code(entry, "result"), mark, contract));
        }
    }

    List<Step> all() {
        return steps;
    }

    List<Compared> compared() {
        return compared;
    }
}
