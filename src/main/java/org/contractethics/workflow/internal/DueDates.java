package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.contractethics.review.Reviews;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When the tasks of the models fall due, and from when on their timers escalate. Named in the models' expressions. */
@Component("dueDates")
public class DueDates {

    private final WorkflowSettings settings;
    private final WorkingDays days;
    private final ObjectProvider<Reviews> reviews;
    private final Clock clock;

    DueDates(WorkflowSettings settings, ObjectProvider<Reviews> reviews, Clock clock) {
        this.settings = settings;
        this.days = new WorkingDays(settings.zone(), settings.endOfDay(), settings.holidays());
        this.reviews = reviews;
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

    /** When a task of the concern process that begins now falls due. */
    public Date concern(String taskKey) {
        return Date.from(concernDue(taskKey));
    }

    /** Like {@link #stageReminders}, for a task of the concern process. */
    public String concernReminders(String taskKey) {
        return reminders(concernDue(taskKey));
    }

    /** When the time to appeal a rejection made now is over; the review says so, on its pages and here alike. */
    public Date appealPeriodEnd() {
        return Date.from(reviews.getObject().appealPeriodEnd(clock.instant()));
    }

    private Instant stageDue(VariableScope execution, String taskKey) {
        Object tier = execution.getVariable(ProcessNames.TIER);
        return days.after(clock.instant(), settings.workingDays(taskKey, tier == null ? null : tier.toString()));
    }

    private Instant concernDue(String taskKey) {
        return days.afterCalendarDays(
                clock.instant(), Objects.requireNonNull(settings.concernDays().get(taskKey), taskKey));
    }

    private String reminders(Instant first) {
        return "R/" + first + "/" + settings.remindEvery();
    }
}
