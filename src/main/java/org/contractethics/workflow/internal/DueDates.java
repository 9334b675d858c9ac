package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
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

    private final WorkflowSettings settings;
    private final WorkingDays days;
    private final ObjectProvider<Reviews> reviews;
    private final ObjectProvider<Concerns> concerns;
    private final Clock clock;

    DueDates(
            WorkflowSettings settings,
            ObjectProvider<Reviews> reviews,
            ObjectProvider<Concerns> concerns,
            Clock clock) {
        this.settings = settings;
        this.days = new WorkingDays(settings.zone(), settings.endOfDay(), settings.holidays());
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

    /** When a task of the concern process falls due: at the end of the day that the filer was told. */
    public Date concern(DelegateExecution execution, String taskKey) {
        return Date.from(concernDue(execution, taskKey));
    }

    /** Like {@link #stageReminders}, for a task of the concern process. */
    public String concernReminders(DelegateExecution execution, String taskKey) {
        return reminders(concernDue(execution, taskKey));
    }

    /** When the time to appeal a rejection made now is over; the review says so, on its pages and here alike. */
    public Date appealPeriodEnd() {
        return Date.from(reviews.getObject().appealPeriodEnd(clock.instant()));
    }

    private Instant stageDue(VariableScope execution, String taskKey) {
        Object tier = execution.getVariable(ProcessNames.TIER);
        return days.after(clock.instant(), settings.workingDays(taskKey, tier == null ? null : tier.toString()));
    }

    private Instant concernDue(DelegateExecution execution, String taskKey) {
        ConcernId concern = ConcernId.valueOf(execution.getProcessBusinessKey());
        return days.lastSecondOf(
                switch (taskKey) {
                    case ProcessNames.ACKNOWLEDGE -> concerns.getObject().acknowledgeBy(concern);
                    case ProcessNames.ANSWER -> concerns.getObject().answerBy(concern);
                    default -> throw new IllegalArgumentException("no task of the concern process: " + taskKey);
                });
    }

    private String reminders(Instant first) {
        return "R/" + first + "/" + settings.remindEvery();
    }
}
