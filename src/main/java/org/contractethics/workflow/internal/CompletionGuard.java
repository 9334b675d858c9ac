package org.contractethics.workflow.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.contractethics.concern.Concerns;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FinishedConditions;
import org.contractethics.review.FinishedSampleReviews;
import org.contractethics.review.FinishedStages;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Stage;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * No task completes before what it stands for was done, also for whoever reaches the engine past the use cases: a concern is not
 * closed without its reasoned answer, no stage of a review is passed, no condition is met and no sample is reviewed without its result, and no review ends as
 * signed while its contract is not.
 *
 * <p>The neighbours are looked up late because the engine, which needs this bean, starts before they are complete.
 */
@Component
class CompletionGuard implements TaskListener {

    private final ObjectProvider<Concerns> concerns;
    private final ObjectProvider<ContractRegister> register;
    private final ObjectProvider<FinishedStages> stages;
    private final ObjectProvider<FinishedConditions> conditions;
    private final ObjectProvider<FinishedSampleReviews> samples;

    CompletionGuard(
            ObjectProvider<Concerns> concerns,
            ObjectProvider<ContractRegister> register,
            ObjectProvider<FinishedStages> stages,
            ObjectProvider<FinishedConditions> conditions,
            ObjectProvider<FinishedSampleReviews> samples) {
        this.concerns = concerns;
        this.register = register;
        this.stages = stages;
        this.conditions = conditions;
        this.samples = samples;
    }

    @Override
    public void notify(DelegateTask task) {
        String key = task.getTaskDefinitionKey();
        switch (key) {
            case ProcessNames.ACKNOWLEDGE, ProcessNames.ANSWER, ProcessNames.DECIDE_CONCERN_APPEAL ->
                demand(
                        concerns.getObject().isDone(concern(task), key),
                        "A concern is acknowledged by telling its filer, and closed by a reasoned answer or ruling only.");
            default -> {
                stage(key).ifPresent(stage -> check(stage, task));
                FollowUpStep.of(key).ifPresent(step -> check(step, task));
            }
        }
    }

    /** What only sends a case back needs no result: an approval lapsed, or was appealed, and nobody signs or rules any more. */
    private void check(Stage stage, DelegateTask task) {
        switch (stage) {
            case SIGNATURE_GATE ->
                demand(
                        !"SIGNED".equals(task.getVariable("gateResult")) || signed(task),
                        "Nothing is signed by a step of the process: the signature gate does it (H7).");
            case APPEAL ->
                demand(
                        "RETURN".equals(task.getVariable("appealResult")) || finished(stage, task),
                        "No appeal is decided by a step of the process: the named votes do it (H6).");
            case VOTE ->
                demand(
                        finished(stage, task),
                        "No vote is closed by a step of the process: it is closed with its quorum (H3).");
            case DECISION ->
                demand(
                        finished(stage, task),
                        "Nothing is decided by a step of the process: the decision follows the vote (H6).");
            default ->
                demand(
                        finished(stage, task),
                        "No stage is passed by a step of the process: what it asks for was not done (H9).");
        }
    }

    private void check(FollowUpStep step, DelegateTask task) {
        UUID subject = UUID.fromString(task.getExecution().getProcessBusinessKey());
        if (step.followUp() == FollowUp.CONDITION) {
            demand(
                    conditions.getObject().isFinishedNow(subject, step),
                    "No condition is met by a step of the process: its owner reports, and somebody else rules (H10).");
        } else if (step.followUp() == FollowUp.SAMPLE_REVIEW) {
            demand(
                    samples.getObject().isFinishedNow(subject, step),
                    "Nothing of the audit sample is done by a step of the process: somebody else gives the second result,"
                            + " and others rule on a difference (H9).");
        }
    }

    private boolean finished(Stage stage, DelegateTask task) {
        return stages.getObject()
                .isFinishedNow(ReviewId.valueOf(task.getExecution().getProcessBusinessKey()), stage);
    }

    private static Optional<Stage> stage(String key) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(key))
                .findFirst();
    }

    private static ConcernId concern(DelegateTask task) {
        return ConcernId.valueOf(task.getExecution().getProcessBusinessKey());
    }

    /** During a review a contract is neither; a restriction from before it is put back with the signature. */
    private boolean signed(DelegateTask task) {
        ContractId contract = ContractId.valueOf((String) task.getVariable(ProcessNames.CONTRACT_ID));
        return register.getObject()
                .find(contract)
                .map(Contract::state)
                .filter(state -> state == ContractState.SIGNED || state == ContractState.RESTRICTED)
                .isPresent();
    }

    private static void demand(boolean done, String otherwise) {
        if (!done) {
            throw Refused.conflict(otherwise);
        }
    }
}
