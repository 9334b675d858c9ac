package org.contractethics.workflow.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.contractethics.review.Delegations;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Reviews.CarriedOverReopened;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Reviews.DeltaReviewOpened;
import org.contractethics.review.Reviews.EndedByHold;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Reviews.SteppedAside;
import org.contractethics.review.Reviews.TierFoundTooLow;
import org.contractethics.review.Stage;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the process of a review, in the transaction of whoever published the event: there is no decision without its
 * process step, and a refusal here takes the decision back with it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReviewProcess {

    private final RuntimeService processes;
    private final TaskService tasks;
    private final ReviewVersions versions;
    private final InboxItems items;
    private final HeldItems held;
    private final Eligibility eligibility;
    private final Delegations delegations;
    private final ApplicationEventPublisher events;

    ReviewProcess(
            RuntimeService processes,
            TaskService tasks,
            ReviewVersions versions,
            InboxItems items,
            Eligibility eligibility,
            Delegations delegations,
            ApplicationEventPublisher events) {
        this.processes = processes;
        this.tasks = tasks;
        this.versions = versions;
        this.items = items;
        this.held = new HeldItems(items);
        this.eligibility = eligibility;
        this.delegations = delegations;
        this.events = events;
    }

    @EventListener
    void starts(ReviewOpened opened) {
        start(ProcessNames.CONTRACT_REVIEW, opened.review(), opened.contract(), opened.submitter());
    }

    @EventListener
    void startsDelta(DeltaReviewOpened opened) {
        start(ProcessNames.DELTA_REVIEW, opened.review(), opened.contract(), opened.submitter());
    }

    private void start(String procedure, ReviewId review, ContractId contract, String submitter) {
        items.exclude(review.value(), submitter);
        Map<String, Object> variables = new HashMap<>();
        variables.put(ProcessNames.CONTRACT_ID, contract.toString());
        variables.put(ProcessNames.SUBMITTER, submitter);
        processes.startProcessInstanceByKey(procedure, review.toString(), variables);
    }

    @EventListener
    void movesOn(StageCompleted completed) {
        Map<String, Object> facts = StageFacts.of(completed);
        InboxItem item = held.open(completed.review().value(), completed.stage().taskKey())
                .orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
        if (!completed.stage().shared()) {
            demandHolder(item, completed.actor());
        }
        EngineConflicts.refusing(() -> tasks.complete(item.taskId(), facts));
        if (!completed.actor().equals(item.assignee())) {
            items.completed(item.taskId(), completed.actor(), completed.at());
        }
        if (facts.get(ProcessNames.TIER) instanceof String tier) {
            items.tierConfirmed(completed.review().value(), tier);
        }
    }

    /** Whoever declared a conflict is offered nothing of the case any more (H2). */
    @EventListener
    void isOfferedNothing(ConflictDeclared declared) {
        items.exclude(declared.review().value(), declared.person());
    }

    /** Whoever has no part in it holds nothing of it; what somebody is offered who is named as paid follows the account team (H1, H2). */
    @EventListener
    void releases(SteppedAside aside) {
        items.ofSubject(aside.review().value()).stream()
                .filter(item -> !item.done() && aside.person().equals(item.assignee()))
                .forEach(item -> {
                    EngineConflicts.refusing(() -> tasks.setAssignee(item.taskId(), null));
                    events.publishEvent(TaskMoved.returned(item, aside.person(), aside.at()));
                });
    }

    /** H8: what waited for a signature goes back, whoever held it; so does an appeal against an approval that is none any more. */
    @EventListener
    void goesBack(ApprovalLapsed lapsed) {
        InboxItem item = items.lockOpen(lapsed.review().value(), Stage.SIGNATURE_GATE.taskKey())
                .or(() -> items.lockOpen(lapsed.review().value(), Stage.APPEAL.taskKey()))
                .orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
        EngineConflicts.refusing(() -> {
            tasks.setAssignee(item.taskId(), null);
            tasks.complete(
                    item.taskId(), Map.of("gateResult", lapsed.ends() ? "LAPSED" : "RETURN", "appealResult", "RETURN"));
        });
    }

    /** S13, S15: the services are held, so the review ends wherever it stands, whoever holds its task. */
    @EventListener
    void ends(EndedByHold held) {
        try {
            EngineConflicts.refusing(() -> processes
                    .createMessageCorrelation(ProcessNames.SERVICES_HELD)
                    .processInstanceBusinessKey(held.review().toString())
                    .correlate());
        } catch (MismatchingMessageCorrelationException older) {
            throw Refused.conflict("A review of this contract runs by a version of the procedure that cannot end here."
                    + " The panel chair can move it to the newest version; then this can be decided.");
        }
    }

    /** H8: what was carried over is due again, so the process goes back to the first stage that is not done. */
    @EventListener
    void examinesAgain(CarriedOverReopened reopened) {
        try {
            EngineConflicts.refusing(() -> processes
                    .createMessageCorrelation(ProcessNames.CARRIED_OVER_REOPENED)
                    .processInstanceBusinessKey(reopened.review().toString())
                    .correlate());
        } catch (MismatchingMessageCorrelationException late) {
            throw Refused.conflict(EngineConflicts.FINISHED);
        }
    }

    /** A hearing raised the tier: the review goes back to before its triage, whoever holds its task, by whatever version it runs. */
    @EventListener
    void goesBack(TierFoundTooLow found) {
        String review = found.review().toString();
        ProcessInstance whole = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .processDefinitionKey(ProcessNames.CONTRACT_REVIEW)
                .singleResult();
        if (whole == null) {
            examinesAgain(new CarriedOverReopened(found.review(), found.at()));
        } else {
            beginsAgain(found.review(), whole);
        }
    }

    private void beginsAgain(ReviewId review, ProcessInstance whole) {
        List<InboxItem> open = items.ofSubject(review.value()).stream()
                .filter(item -> !item.done())
                .toList();
        ProcessInstanceModificationBuilder moves = processes
                .createProcessInstanceModification(whole.getId())
                .startBeforeActivity(ProcessNames.DOCUMENTS_DUE);
        open.forEach(item -> moves.cancelAllForActivity(item.taskKey()));
        EngineConflicts.refusing(moves::execute);
    }

    /** A rejection waits for its appeal; an approval waits for its signature, and then for the ruling instead. */
    @EventListener
    void appeals(AppealFiled filed) {
        Optional<InboxItem> gate = items.lockOpen(filed.review().value(), Stage.SIGNATURE_GATE.taskKey());
        if (gate.isPresent()) {
            holdsGate(filed, gate.get());
            return;
        }
        try {
            processes
                    .createMessageCorrelation(ProcessNames.APPEAL_FILED)
                    .processInstanceBusinessKey(filed.review().toString())
                    .correlate();
        } catch (MismatchingMessageCorrelationException late) {
            throw Refused.conflict("There is no rejection of this review that can still be appealed.");
        }
    }

    /** A review that began under a version without this way would take another one; it is moved to the newest version first. */
    private void holdsGate(AppealFiled filed, InboxItem gate) {
        if (!versions.know(filed.review().value(), ProcessNames.GATE_APPEALED)) {
            throw Refused.conflict(
                    "This review runs by a version of the procedure in which an approval cannot be appealed."
                            + " The panel chair can move it to the newest version; then it can.");
        }
        EngineConflicts.refusing(() -> {
            tasks.setAssignee(gate.taskId(), null);
            tasks.complete(gate.taskId(), Map.of("gateResult", "APPEALED"));
        });
    }

    /** Roles and duties change between claim and completion, so both are asked again, of a delegate as of the holder (H1). */
    private void demandHolder(InboxItem item, String actor) {
        String holder = item.assignee();
        if (holder == null) {
            throw Refused.conflict("Nobody holds this task. Claim it in My work first, then send again.");
        }
        if (!holder.equals(actor) && !delegations.coveredBy(actor).contains(holder)) {
            throw Refused.conflict("Somebody else holds this task now. Nothing of yours was saved.");
        }
        List<String> objections = eligibility.objectionsAtCompletion(item, eligibility.atCompletion(actor));
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
    }
}
