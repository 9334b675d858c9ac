package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.contractethics.concern.Concerns;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ConcernId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * When the tasks of the models fall due, and from when on their timers escalate. Named in the models' expressions.
 *
 * <p>The concerns are looked up late because the engine, which needs this bean, starts before they are complete.
 */
@Component("dueDates")
public class DueDates {

    /** ISO 37002, 8.1: a personal message within three working days. */
    private static final int REMINDED_ON_WORKING_DAY = 3;

    private static final int REMINDED_DAYS_BEFORE = 7;

    private final Targets targets;
    private final DueMoments days;
    private final WorkflowSettings settings;
    private final ObjectProvider<Reviews> reviews;
    private final ObjectProvider<Concerns> concerns;
    private final Clock clock;

    DueDates(
            Targets targets,
            DueMoments days,
            WorkflowSettings settings,
            ObjectProvider<Reviews> reviews,
            ObjectProvider<Concerns> concerns,
            Clock clock) {
        this.targets = targets;
        this.days = days;
        this.settings = settings;
        this.reviews = reviews;
        this.concerns = concerns;
        this.clock = clock;
    }

    /** When a stage that begins now falls due, given the tier confirmed so far. */
    public Date stage(VariableScope execution, String taskKey) {
        return Date.from(stageDue(execution, taskKey));
    }

    /** From then on, again and again: a repetition without end in the engine's notation. */
    public String stageReminders(VariableScope execution, String taskKey) {
        return reminders(stageDue(execution, taskKey));
    }

    /**
     * When people are reminded of a stage that begins now. Where its time is shorter than the notice they would get, this is
     * the moment at which it falls due: then the escalation speaks, and {@link Escalations} stays silent.
     */
    public Date stageReminder(VariableScope execution, String taskKey) {
        Instant due = stageDue(execution, taskKey);
        return Date.from(reminder(due).orElse(due));
    }

    /** When people are reminded of something due then; empty where that is not ahead of now. */
    Optional<Instant> reminder(Instant due) {
        return days.reminder(due, clock.instant());
    }

    /** When the answer to a question put now falls due. */
    public Date answer() {
        return Date.from(answerDue());
    }

    /** Like {@link #stageReminders}, for the answer to a question. */
    public String answerReminders() {
        return reminders(answerDue());
    }

    /** Like {@link #stageReminder}, for the answer to a question. */
    public Date answerReminder() {
        Instant due = answerDue();
        return Date.from(reminder(due).orElse(due));
    }

    /** When a task of the concern process falls due: at the end of the day that the filer was told. */
    public Date concern(DelegateExecution execution, String taskKey) {
        return Date.from(concernDue(execution, taskKey));
    }

    /** Like {@link #stageReminders}, for a task of the concern process. */
    public String concernReminders(DelegateExecution execution, String taskKey) {
        return reminders(concernDue(execution, taskKey));
    }

    /**
     * When those who handle a concern are reminded of a task. Of the acknowledgement on the third working day (ISO 37002, 8.1), of the
     * answer and a ruling a week before they are due.
     */
    public Date concernReminder(DelegateExecution execution, String taskKey) {
        return Date.from(concernReminder(ConcernId.valueOf(execution.getProcessBusinessKey()), taskKey));
    }

    Instant concernReminder(ConcernId concern, String taskKey) {
        Instant due = concernDue(concern, taskKey);
        Instant soon = taskKey.equals(ProcessNames.ACKNOWLEDGE)
                ? days.after(days.lastSecondOf(concerns.getObject().filedOn(concern)), REMINDED_ON_WORKING_DAY)
                : days.lastSecondOf(concernDay(concern, taskKey).minusDays(REMINDED_DAYS_BEFORE));
        return soon.isBefore(due) ? soon : due;
    }

    /** When the time to appeal a rejection made now is over; the review says so, on its pages and here alike. */
    public Date appealPeriodEnd() {
        return Date.from(reviews.getObject().appealPeriodEnd(clock.instant()));
    }

    private Instant stageDue(VariableScope execution, String taskKey) {
        Object tier = execution.getVariable(ProcessNames.TIER);
        return days.after(clock.instant(), targets.workingDays(taskKey, tier == null ? null : tier.toString()));
    }

    private Instant answerDue() {
        return days.after(clock.instant(), targets.workingDays(ProcessNames.ANSWER_QUESTION, null));
    }

    private Instant concernDue(DelegateExecution execution, String taskKey) {
        return concernDue(ConcernId.valueOf(execution.getProcessBusinessKey()), taskKey);
    }

    Instant concernDue(ConcernId concern, String taskKey) {
        return days.lastSecondOf(concernDay(concern, taskKey));
    }

    private LocalDate concernDay(ConcernId concern, String taskKey) {
        return switch (taskKey) {
            case ProcessNames.ACKNOWLEDGE -> concerns.getObject().acknowledgeBy(concern);
            case ProcessNames.ANSWER -> concerns.getObject().answerBy(concern);
            case ProcessNames.DECIDE_CONCERN_APPEAL -> concerns.getObject().decideAppealBy(concern);
            default -> throw new IllegalArgumentException("no task of the concern process: " + taskKey);
        };
    }

    private String reminders(Instant first) {
        return "R/" + first + "/" + settings.remindEvery();
    }
}
