package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.contractethics.record.RecordEntry;

/** Things done to a contract of which the figures count only that they happened, in the order of the record. */
final class Steps {

    static final Set<String> KINDS = Set.of(
            "consultation-logged",
            "re-review-due",
            "re-review-done",
            "remediation-opened",
            "remedy-planned",
            "remedy-plan-approved",
            "remedy-plan-sent-back",
            "remedy-carried-out",
            "remedy-verified",
            "remedy-not-verified");

    private final List<Step> steps = new ArrayList<>();

    /** @param kind as in the record; of consultations who was heard */
    record Step(String kind, Mark mark, ContractCase contract) {}

    void add(RecordEntry entry, ContractCase contract) {
        String kind = entry.kind().equals("consultation-logged")
                ? "heard-" + FactReader.code(entry, "consulted")
                : entry.kind();
        steps.add(new Step(kind, Mark.of(entry), contract));
    }

    List<Step> all() {
        return steps;
    }
}
