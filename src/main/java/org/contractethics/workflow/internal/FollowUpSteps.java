package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks;
import org.contractethics.review.FollowUpTasks.FollowUpTask;
import org.contractethics.review.FollowUps;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the models of the follow-up ask and tell. Named in their expressions. Each condition of a gateway asks for the milder
 * way and the default flow is the stricter one (H16).
 */
@Component("followUps")
public class FollowUpSteps {

    private static final String DUE_AT = "dueAt";
    private static final String CARRY_OUT_BY = "carryOutBy";
    static final String URGENT = "urgent";
    /** Steps that are due on a day of their own, with the variable that holds it. */
    static final Map<FollowUpStep, String> OWN_DAY = Map.of(
            FollowUpStep.MEET_CONDITION, DUE_AT,
            FollowUpStep.CARRY_OUT_EXIT, CARRY_OUT_BY,
            FollowUpStep.CARRY_OUT_REMEDY, CARRY_OUT_BY);

    private final ObjectProvider<FollowUps> followUps;
    private final ObjectProvider<FollowUpTasks> tasks;
    private final Targets targets;
    private final WorkflowSettings settings;
    private final DueMoments days;
    private final Clock clock;

    FollowUpSteps(
            ObjectProvider<FollowUps> followUps,
            ObjectProvider<FollowUpTasks> tasks,
            Targets targets,
            WorkflowSettings settings,
            DueMoments days,
            Clock clock) {
        this.followUps = followUps;
        this.tasks = tasks;
        this.targets = targets;
        this.settings = settings;
        this.days = days;
        this.clock = clock;
        Arrays.stream(FollowUpStep.values())
                .filter(step -> !OWN_DAY.containsKey(step))
                .forEach(step -> demand(settings, step.taskKey()));
        Arrays.stream(FollowUpStep.values())
                .filter(step -> step.followUp() == FollowUp.SUSPENSION)
                .forEach(step -> demand(settings, step.taskKey() + "-" + URGENT));
    }

    private static void demand(WorkflowSettings settings, String key) {
        if (settings.workingDays(key, null) < 1) {
            throw new IllegalArgumentException(
                    "contract-ethics.workflow.%s.%s must be at least 1".formatted("due-working-days", key));
        }
    }

    /** When a step that begins now falls due: a condition or a plan on its own day, other steps after some working days. */
    public Date due(VariableScope execution, String taskKey) {
        return Date.from(dueAt(execution, taskKey));
    }

    /** From then on, again and again. */
    public String reminders(VariableScope execution, String taskKey) {
        return again(dueAt(execution, taskKey));
    }

    /** When people are reminded of a step that begins now; the moment it falls due where that is no longer ahead. */
    public Date reminder(VariableScope execution, String taskKey) {
        Instant due = dueAt(execution, taskKey);
        return Date.from(days.reminder(due, clock.instant()).orElse(due));
    }

    /** A step will be due soon; says nothing where it is due already, because then the escalation speaks. */
    public void soon(DelegateExecution execution, String taskKey) {
        UUID subject = subject(execution);
        FollowUpStep step = ProcessNames.step(taskKey);
        Instant now = clock.instant();
        tasks.getObject()
                .open(subject)
                .filter(open -> open.step() == step && ahead(open.dueAt(), now))
                .ifPresent(open -> followUps.getObject().remind(subject, open));
    }

    private static boolean ahead(@Nullable Instant due, Instant now) {
        return due != null && due.isAfter(now);
    }

    /** When the owner is reminded of a condition; the moment it falls due where that is no longer ahead. */
    public Date conditionReminder(VariableScope execution) {
        Instant due = dueAt(execution, FollowUpStep.MEET_CONDITION.taskKey());
        return Date.from(days.reminder(due, clock.instant()).orElse(due));
    }

    /**
     * A condition will be due soon: told to its owner, or to those who may take it on where nobody holds it. Says nothing where it is
     * due already, because then the escalation speaks.
     */
    public void conditionSoon(DelegateExecution execution) {
        UUID subject = subject(execution);
        tasks.getObject()
                .open(subject)
                .filter(task -> ahead(task.dueAt(), clock.instant()))
                .ifPresent(task -> conditionSoon(subject, task));
    }

    private void conditionSoon(UUID subject, FollowUpTask task) {
        if (task.assignee() == null) {
            followUps.getObject().remind(subject, task);
        } else {
            followUps.getObject().conditionDueSoon(subject);
        }
    }

    /** From the day on which a blocking condition has been overdue for too long, again and again. */
    public String suspensionReminders(VariableScope execution) {
        return again(endOfDay(execution, "suspendAt"));
    }

    /** A moment that was told as text. */
    public Date at(String moment) {
        return Date.from(Instant.parse(moment));
    }

    /** Who meets the condition, without having to claim it first; nobody by name where the owner stepped back. */
    public @Nullable String owner(@Nullable String owner) {
        return owner == null || owner.isEmpty() ? null : owner;
    }

    public boolean met(String conditionResult) {
        return "MET".equals(conditionResult);
    }

    public boolean confirmed(String confirmed) {
        return "true".equals(confirmed);
    }

    /** Whether services go on, or go on again. */
    public boolean servicesRun(String suspensionOutcome) {
        return "CONTINUE".equals(suspensionOutcome) || "LIFT".equals(suspensionOutcome);
    }

    public boolean exits(String suspensionOutcome) {
        return "EXIT".equals(suspensionOutcome);
    }

    public boolean stillValid(String reReviewResult) {
        return "STILL_VALID".equals(reReviewResult);
    }

    /** Whether the lot fell on a decision: its entry, from which it is drawn, was committed with what began this process. */
    public boolean drawLot(DelegateExecution execution) {
        return followUps.getObject().drawLot(subject(execution));
    }

    public boolean spared(Object sampled) {
        return Boolean.FALSE.equals(sampled);
    }

    /** Whether the second review agrees with the first, or is stricter in nothing. */
    public boolean needsNoRuling(String sampleComparison) {
        return "AGREES".equals(sampleComparison) || "MILDER".equals(sampleComparison);
    }

    /** A step passed its due date; the task stays open. */
    public void overdue(DelegateExecution execution, String taskKey) {
        UUID subject = subject(execution);
        FollowUpStep step = ProcessNames.step(taskKey);
        tasks.getObject()
                .open(subject)
                .filter(open -> open.step() == step)
                .map(FollowUpTask::dueAt)
                .ifPresent(dueAt -> followUps.getObject().escalate(subject, step, dueAt));
    }

    public void longOverdue(DelegateExecution execution) {
        followUps.getObject().longOverdue(subject(execution));
    }

    public void interimOver(DelegateExecution execution) {
        followUps.getObject().interimOver(subject(execution));
    }

    public void reReviewDue(DelegateExecution execution) {
        followUps.getObject().reReviewDue(subject(execution));
    }

    private Instant dueAt(VariableScope execution, String taskKey) {
        String ownDay = OWN_DAY.get(ProcessNames.step(taskKey));
        if (ownDay != null) {
            return endOfDay(execution, ownDay);
        }
        Object tier = execution.getVariable(ProcessNames.TIER);
        String key = execution.getVariable(URGENT) == null ? taskKey : taskKey + "-" + URGENT;
        return days.after(clock.instant(), targets.workingDays(key, tier == null ? null : tier.toString()));
    }

    /** The review tells a day by a moment of it in UTC; when the day of those who work ends, the settings say. */
    private Instant endOfDay(VariableScope execution, String variable) {
        Instant told = Instant.parse(String.valueOf(execution.getVariable(variable)));
        return days.endOf(LocalDate.ofInstant(told, ZoneOffset.UTC));
    }

    private String again(Instant first) {
        return "R/" + first + "/" + settings.remindEvery();
    }

    private static UUID subject(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
