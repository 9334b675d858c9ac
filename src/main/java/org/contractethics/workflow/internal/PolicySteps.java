package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.contractethics.policy.PolicyChanges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the process of a policy change asks and tells. Named in its expressions.
 *
 * <p>The policy is looked up late because the engine, which needs this bean, starts before it is complete.
 */
@Component("policySteps")
public class PolicySteps {

    private final Targets targets;
    private final WorkflowSettings settings;
    private final DueMoments days;
    private final ObjectProvider<PolicyChanges> changes;
    private final Clock clock;

    PolicySteps(
            Targets targets,
            WorkflowSettings settings,
            DueMoments days,
            ObjectProvider<PolicyChanges> changes,
            Clock clock) {
        this.targets = targets;
        this.settings = settings;
        this.days = days;
        this.changes = changes;
        this.clock = clock;
    }

    /** When the decision on a version proposed now falls due. */
    public Date dueDate() {
        return Date.from(dueAt());
    }

    private Instant dueAt() {
        return days.after(clock.instant(), targets.workingDays(ProcessNames.DECIDE_POLICY_VERSION, null));
    }

    /** When the board committee is reminded of a version proposed now; the moment it falls due where that is no longer ahead. */
    public Date reminder() {
        Instant due = dueAt();
        return Date.from(days.reminder(due, clock.instant()).orElse(due));
    }

    /** The decision will be due soon; says nothing where it is due already, because then the escalation speaks. */
    public void soon(DelegateTask task) {
        Instant due = task.getDueDate().toInstant();
        if (due.isAfter(clock.instant())) {
            changes.getObject().remind(UUID.fromString(task.getExecution().getProcessBusinessKey()), due);
        }
    }

    /** From then on, again and again. */
    public String reminders() {
        return "R/" + dueDate().toInstant() + "/" + settings.remindEvery();
    }

    public boolean approved(boolean approved) {
        return approved;
    }

    /** The first moment of the day from which an approved version holds; days of the policy begin in UTC. */
    public Date effectiveDate(VariableScope execution) {
        LocalDate day = LocalDate.parse(String.valueOf(execution.getVariable(ProcessNames.EFFECTIVE_ON)));
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Nobody decided in time; the task stays open (H9). */
    public void overdue(DelegateExecution execution) {
        changes.getObject().escalate(UUID.fromString(execution.getProcessBusinessKey()));
    }

    public void comeIntoForce() {
        changes.getObject().comeIntoForce();
    }
}
