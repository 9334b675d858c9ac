package org.contractethics.review.internal;

import java.util.Optional;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.AppealRuled;
import org.contractethics.review.internal.StageForm.DecisionTaken;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.LegalStop;
import org.contractethics.review.internal.StageForm.SignatureCheck;
import org.jspecify.annotations.Nullable;

/** Which stage follows, so that the next people can be told. The process itself is {@code bpmn/contract-review.bpmn}. */
final class StagePath {

    private StagePath() {}

    /** Empty where nobody has to do anything now. */
    static Optional<Stage> next(StageForm done, @Nullable Tier tier) {
        boolean light = tier == Tier.T1;
        return switch (done.stage()) {
            case CLARIFICATION -> Optional.of(Stage.DOCUMENT_CHECK);
            case DOCUMENT_CHECK -> Optional.of(Stage.LEGAL_STOP);
            case LEGAL_STOP -> when(((LegalStop) done).result() != LegalResult.STOP, Stage.TRIAGE);
            case TRIAGE -> Optional.of(light ? Stage.ASSESSMENT : Stage.RESEARCH);
            case RESEARCH -> Optional.of(Stage.ASSESSMENT);
            case ASSESSMENT -> Optional.of(light ? Stage.VOTE : Stage.MITIGATION);
            case MITIGATION -> Optional.of(Stage.VOTE);
            case VOTE -> Optional.of(Stage.DECISION);
            case DECISION -> afterDecision((DecisionTaken) done);
            case APPEAL -> afterAppeal((AppealRuled) done);
            case SIGNATURE_GATE -> when(((SignatureCheck) done).result() == GateResult.RETURN, Stage.CLARIFICATION);
        };
    }

    private static Optional<Stage> afterAppeal(AppealRuled done) {
        if (done.result() == AppealResult.RETURN) {
            return Optional.of(Stage.CLARIFICATION);
        }
        return when(done.outcome() == Outcome.APPROVE || done.outcome() == Outcome.CONDITIONAL, Stage.SIGNATURE_GATE);
    }

    private static Optional<Stage> afterDecision(DecisionTaken done) {
        return switch (done.outcome()) {
            case APPROVE, CONDITIONAL -> Optional.of(Stage.SIGNATURE_GATE);
            case RETURN -> Optional.of(Stage.CLARIFICATION);
            case REJECT, SUSPEND, EXIT -> Optional.empty();
        };
    }

    private static Optional<Stage> when(boolean condition, Stage stage) {
        return condition ? Optional.of(stage) : Optional.empty();
    }
}
