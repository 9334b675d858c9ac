package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.StandingStepStore.Given;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine gives up what failed five times in half an hour; here it is tried again every hour without end, because a reminder or a
 * lapse that nobody misses would be a review that is forgotten. People are told when a step is given up, and once a day while it stands.
 */
@Component
class RevivingSteps implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(RevivingSteps.class);
    private static final String PAGE = "/procedures/standing-steps";
    private static final Duration TOLD_AGAIN = Duration.ofDays(1);

    private final StandingSteps steps;
    private final StandingStepStore store;
    private final ManagementService management;
    private final KnownCases known;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RevivingSteps(
            StandingSteps steps,
            StandingStepStore store,
            ManagementService management,
            KnownCases known,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.steps = steps;
        this.store = store;
        this.management = management;
        this.known = known;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        management.createJobQuery().noRetriesLeft().listPage(0, StandingSteps.MOST).stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .forEach(this::revive);
        forgetWhatIsDone();
    }

    private void revive(Job job) {
        try {
            transaction.executeWithoutResult(status -> keep(job));
        } catch (RuntimeException failed) {
            LOG.error("step not revived job={}", job.getId(), failed);
        }
    }

    private void keep(Job job) {
        Instant now = clock.instant();
        Optional<Given> before = store.find(job.getId());
        boolean again = before.filter(
                        given -> !given.triedAt().plus(StandingSteps.PAUSE).isAfter(now))
                .isPresent();
        boolean tell = before.map(given -> !given.toldAt().plus(TOLD_AGAIN).isAfter(now))
                .orElse(true);
        if (before.isPresent() && !again && !tell) {
            return;
        }
        Given kept = new Given(
                job.getId(),
                before.map(Given::since).orElse(now),
                again ? now : before.map(Given::triedAt).orElse(now),
                tell ? now : before.map(Given::toldAt).orElse(now));
        store.keep(kept);
        steps.step(job, kept).ifPresent(step -> {
            if (before.isEmpty()) {
                LOG.warn("step given up job={} procedure={} element={}", step.job(), step.procedure(), step.element());
                events.publishEvent(StepFact.givenUp(step, now));
            }
            if (tell) {
                tell(step);
            }
        });
        if (again) {
            management.setJobRetries(job.getId(), 1);
        }
    }

    /** Names a case, and leaves by mail, only where everybody who is told may know of it; the page asks for each case by itself. */
    private void tell(StandingStep step) {
        ContractLine contract = step.contract();
        if (contract == null || known.differ(step.procedure())) {
            events.publishEvent(Notice.toRoles(
                            responsible(step.procedure()),
                            "A step of a procedure could not be done",
                            "The system tried it several times, and tries it again every hour.",
                            PAGE)
                    .inApplicationOnly());
            return;
        }
        events.publishEvent(Notice.toRoles(
                responsible(step.procedure()),
                contract.reference() + ": a step of the procedure could not be done",
                "%s: \"%s\". The system tried it several times, and tries it again every hour."
                        .formatted(step.procedureName(), step.label()),
                PAGE));
    }

    private static Set<Role> responsible(String procedure) {
        return switch (procedure) {
            case ProcessNames.CONCERN_HANDLING -> Set.of(Role.OMBUDS);
            case ProcessNames.CONCERN_APPEAL -> Set.of(Role.OMBUDS, Role.BOARD_COMMITTEE);
            default -> Set.of(Role.PANEL_CHAIR, Role.AUDITOR);
        };
    }

    private void forgetWhatIsDone() {
        Set<String> kept =
                store.all(StandingSteps.MOST).stream().map(Given::job).collect(Collectors.toSet());
        if (kept.isEmpty()) {
            return;
        }
        management.createJobQuery().jobIds(kept).list().stream().map(Job::getId).forEach(kept::remove);
        store.forget(List.copyOf(kept));
    }
}
