package org.contractethics.review.web;

import java.util.Optional;
import java.util.OptionalLong;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.Verdict.Hold;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a decision still holds, and whether anybody outside could prove that it was made. */
@Component
class DecisionStanding {

    private final Decisions decisions;
    private final CitedRecord record;

    DecisionStanding(Decisions decisions, CitedRecord record) {
        this.decisions = decisions;
        this.record = record;
    }

    Optional<Hold> hold(Decision decision) {
        return decisions.hold(decision.id());
    }

    @Nullable
    String lapse(Decision decision) {
        return decisions.lapse(decision.id()).orElse(null);
    }

    /** Only what witnesses outside have cosigned is called recorded; the link leads to the receipt. */
    void tell(Statement.Builder statement, ContractId contract, Decision decision) {
        OptionalLong found = record.entry(
                contract, "decision-recorded", "decisionId", decision.id().toString());
        found.ifPresent(entry -> statement.line(
                "Standing",
                (record.witnessed(entry) ? "Recorded" : "Not yet witnessed") + ": receipt of entry " + entry,
                "/record/receipts/" + entry));
    }
}
