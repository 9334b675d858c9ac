package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.contractethics.review.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which way a review takes. Named in the conditions of {@code contract-review.bpmn}; each condition asks for the milder
 * way and the default flow is the stricter one, so that an unknown value never shortens a review (H16).
 */
@Component("reviewPath")
public class ReviewPath {

    private static final Set<String> LEGALLY_CLEAR = Set.of("CLEAR", "LICENCE_NEEDED");
    private static final Set<String> APPROVALS = Set.of("APPROVE", "CONDITIONAL");

    /** A missing licence does not end the case: it has to be there before the signature, not before the decision. */
    public boolean legallyClear(String legalResult) {
        return LEGALLY_CLEAR.contains(legalResult);
    }

    /** T1: no research and no mitigation beyond the assessment. */
    public boolean lowestTier(String tier) {
        return "T1".equals(tier);
    }

    public boolean returned(String outcome) {
        return "RETURN".equals(outcome);
    }

    public boolean approved(String outcome) {
        return APPROVALS.contains(outcome);
    }

    public boolean appealReturned(String appealResult) {
        return "RETURN".equals(appealResult);
    }

    /** Whether a decision on the way to its signature was appealed. */
    public boolean gateAppealed(String gateResult) {
        return "APPEALED".equals(gateResult);
    }

    /** Whether facts or documents changed at the gate, so that a delta review follows. */
    public boolean approvalLapsed(String gateResult) {
        return "LAPSED".equals(gateResult);
    }

    public boolean appealChanged(String appealResult) {
        return "CHANGE".equals(appealResult);
    }

    /** An approval that was confirmed, or a rejection that became one. */
    public boolean approvedOnAppeal(String appealResult, String outcome) {
        return !appealReturned(appealResult) && approved(outcome);
    }

    /** The review of which an appeal is heard: both run under its id. */
    public String caseOf(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    public boolean signed(String gateResult) {
        return "SIGNED".equals(gateResult);
    }

    public boolean answered(boolean answered) {
        return answered;
    }

    /** Who answers a clarification request: the account owner, without having to claim it first. */
    public String accountOwner(String submitter) {
        return submitter;
    }

    /** The stages still ahead on the way to a signature, as far as the tier known so far tells. */
    List<Stage> ahead(Stage current, @Nullable String tier) {
        List<Stage> way = List.of(
                Stage.DOCUMENT_CHECK,
                Stage.LEGAL_STOP,
                Stage.TRIAGE,
                Stage.RESEARCH,
                Stage.ASSESSMENT,
                Stage.MITIGATION,
                Stage.VOTE,
                Stage.DECISION,
                Stage.SIGNATURE_GATE);
        return way
                .subList(way.indexOf(current == Stage.APPEAL ? Stage.SIGNATURE_GATE : current) + 1, way.size())
                .stream()
                .filter(stage -> tier == null || needed(stage, tier))
                .toList();
    }

    private boolean needed(Stage stage, String tier) {
        return switch (stage) {
            case RESEARCH, MITIGATION -> !lowestTier(tier);
            default -> true;
        };
    }
}
