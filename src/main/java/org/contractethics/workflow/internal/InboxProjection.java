package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the work list in step with the engine, inside the engine's transaction. */
@Component
class InboxProjection implements TaskListener {

    private final InboxItems items;
    private final ObjectProvider<ContractRegister> register;
    private final Clock clock;

    InboxProjection(InboxItems items, ObjectProvider<ContractRegister> register, Clock clock) {
        this.items = items;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> open(item(task));
            case EVENTNAME_ASSIGNMENT -> assign(task);
            case EVENTNAME_COMPLETE -> complete(task);
            case EVENTNAME_DELETE -> remove(task);
            default -> throw new IllegalStateException("not listening to " + task.getEventName());
        }
    }

    private void open(InboxItem item) {
        items.opened(item);
        HeldItems.opens(item);
    }

    private void assign(DelegateTask task) {
        items.assigned(task.getId(), task.getAssignee(), clock.instant());
        HeldItems.changed(task.getId());
    }

    private void complete(DelegateTask task) {
        items.completed(task.getId(), task.getAssignee(), clock.instant());
        HeldItems.ended(task.getId());
    }

    private void remove(DelegateTask task) {
        items.removed(task.getId());
        HeldItems.ended(task.getId());
    }

    private InboxItem item(DelegateTask task) {
        Subject kind = kind(task.getProcessDefinitionId());
        UUID subject = UUID.fromString(task.getExecution().getProcessBusinessKey());
        String key = task.getTaskDefinitionKey();
        return new InboxItem(
                task.getId(),
                kind,
                subject,
                key,
                label(task),
                roles(task),
                kind == Subject.REVIEW && ProcessNames.stage(key).shared(),
                kind == Subject.POLICY ? null : contract(task, kind, subject).orElse(null),
                text(task, ProcessNames.TIER),
                openedAt(kind),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                task.getAssignee(),
                null,
                null);
    }

    /** A definition id begins with the key of its model. */
    private static Subject kind(String definition) {
        return switch (definition.substring(0, definition.indexOf(':'))) {
            case ProcessNames.CONTRACT_REVIEW, ProcessNames.DELTA_REVIEW, ProcessNames.APPEAL_HEARING -> Subject.REVIEW;
            case ProcessNames.POLICY_CHANGE -> Subject.POLICY;
            case ProcessNames.CONDITION_FOLLOW_UP -> Subject.CONDITION;
            case ProcessNames.SUSPENSION -> Subject.SUSPENSION;
            case ProcessNames.PERIODIC_RE_REVIEW -> Subject.RE_REVIEW;
            case ProcessNames.STAGE_QUESTION -> Subject.QUESTION;
            case ProcessNames.EXIT -> Subject.EXIT;
            case ProcessNames.REMEDIATION -> Subject.REMEDIATION;
            case ProcessNames.SAMPLE_REVIEW -> Subject.SAMPLE_REVIEW;
            default -> Subject.CONCERN;
        };
    }

    /** Of a concern the day only: the hour it came in would single out who filed it. */
    private Instant openedAt(Subject kind) {
        return kind == Subject.CONCERN ? clock.instant().truncatedTo(ChronoUnit.DAYS) : clock.instant();
    }

    /** Two proposed versions of the policy are told apart by their numbers. */
    private static String label(DelegateTask task) {
        Object number = task.getVariable(ProcessNames.POLICY_NUMBER);
        return number == null ? task.getName() : task.getName() + ": version " + number;
    }

    /** The stage of a review that ends says it of the one that begins. */
    private Optional<ContractLine> contract(DelegateTask task, Subject kind, UUID subject) {
        return Optional.of(subject)
                .filter(review -> kind == Subject.REVIEW)
                .flatMap(HeldItems::contractOf)
                .or(() -> registered(task, subject).map(ContractLine::of));
    }

    private Optional<Contract> registered(DelegateTask task, UUID subject) {
        String known = text(task, ProcessNames.CONTRACT_ID);
        return (known == null ? items.contractOf(subject) : Optional.of(ContractId.valueOf(known)))
                .flatMap(register.getObject()::find);
    }

    private static Set<Role> roles(DelegateTask task) {
        return task.getCandidates().stream()
                .map(candidate -> Role.valueOf(candidate.getGroupId()))
                .collect(Collectors.toSet());
    }

    private static @Nullable String text(DelegateTask task, String variable) {
        return (String) task.getVariable(variable);
    }
}
