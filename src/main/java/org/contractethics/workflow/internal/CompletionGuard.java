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
import org.contractethics.policy.PolicyChanges;
import org.contractethics.review.FinishedFollowUps;
import org.contractethics.review.FinishedStages;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Questions;
import org.contractethics.review.Stage;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * No task completes before what it stands for was done, also for whoever reaches the engine past the use cases: a concern is not
 * closed without its reasoned answer, no stage of a review and no step after a signature is passed without its result, no question is closed and no
 * version of the rules decided on by the engine alone, and no review ends as signed while its contract is not.
 *
 * <p>The neighbours are looked up late because the engine, which needs this bean, starts before they are complete.
 */
@Component
class CompletionGuard implements TaskListener {

    private final ObjectProvider<Concerns> concerns;
    private final ObjectProvider<ContractRegister> register;
    private final ObjectProvider<FinishedStages> stages;
    private final ObjectProvider<FinishedFollowUps> followUps;
    private final ObjectProvider<Questions> questions;
    private final ObjectProvider<PolicyChanges> versions;

    CompletionGuard(
            ObjectProvider<Concerns> concerns,
            ObjectProvider<ContractRegister> register,
            ObjectProvider<FinishedStages> stages,
            ObjectProvider<FinishedFollowUps> followUps,
            ObjectProvider<Questions> questions,
            ObjectProvider<PolicyChanges> versions) {
        this.concerns = concerns;
        this.register = register;
        this.stages = stages;
        this.followUps = followUps;
        this.questions = questions;
        this.versions = versions;
    }

    @Override
    public void notify(DelegateTask task) {
        String key = task.getTaskDefinitionKey();
        switch (key) {
            case ProcessNames.ACKNOWLEDGE, ProcessNames.ANSWER, ProcessNames.DECIDE_CONCERN_APPEAL ->
                demand(
                        concerns.getObject().isDone(concern(task), key),
                        "A concern is acknowledged by telling its filer, and closed by a reasoned answer or ruling only.");
            case ProcessNames.ANSWER_QUESTION ->
                demand(
                        questions.getObject().isClosed(subject(task)),
                        "No question is closed by a step of the process: the account owner answers it (H9).");
            case ProcessNames.DECIDE_POLICY_VERSION ->
                demand(
                        versions.getObject().isDecided(subject(task)),
                        "No version of the rules is decided on by a step of the process: the board committee does it (H9).");
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
        demand(
                followUps.getObject().isFinishedNow(subject(task), step),
                switch (step) {
                    case MEET_CONDITION, CONFIRM_CONDITION ->
                        "No condition is met by a step of the process: its owner reports, and somebody else rules (H10).";
                    default ->
                        "Nothing after a signature is done by a step of the process: what it asks for was not put down (H9).";
                });
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

    private static UUID subject(DelegateTask task) {
        return UUID.fromString(task.getExecution().getProcessBusinessKey());
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
