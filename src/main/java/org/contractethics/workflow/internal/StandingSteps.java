package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.workflow.internal.StandingStepStore.Given;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of cases that the engine could not do, as far as somebody may know of their cases (H13). */
@Service
public class StandingSteps {

    /** Most that are shown at once; the oldest come first. */
    public static final int MOST = 200;

    /** From one try to the next, once a step was given up. */
    static final Duration PAUSE = Duration.ofHours(1);

    private final StandingStepStore store;
    private final ManagementService management;
    private final RuntimeService processes;
    private final RunningCases cases;
    private final KnownCases known;
    private final MovingCases moving;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StandingSteps(
            StandingStepStore store,
            ManagementService management,
            RuntimeService processes,
            RunningCases cases,
            KnownCases known,
            MovingCases moving,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.management = management;
        this.processes = processes;
        this.cases = cases;
        this.known = known;
        this.moving = moving;
        this.events = events;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<StandingStep> seenBy(Actor viewer) {
        List<Given> given = store.all(MOST);
        if (given.isEmpty()) {
            return List.of();
        }
        Map<String, Job> jobs =
                management
                        .createJobQuery()
                        .jobIds(given.stream().map(Given::job).collect(Collectors.toSet()))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Job::getId, Function.identity()));
        return given.stream()
                .filter(one -> jobs.containsKey(one.job()))
                .map(one -> step(Objects.requireNonNull(jobs.get(one.job())), one))
                .flatMap(Optional::stream)
                .filter(step -> mayKnow(step, viewer))
                .toList();
    }

    /** Whoever may move cases to another version of their procedure answers for its steps, too. */
    public boolean mayTryAgain(Actor actor) {
        return moving.mayMove(actor);
    }

    /**
     * Has the engine try the step now.
     *
     * @throws Refused with 404 where there is none, or none that this person may know of
     */
    @Transactional
    public void tryAgain(String job, Actor actor) {
        if (!mayTryAgain(actor)) {
            throw Refused.notAllowed(
                    "Only the panel chair, the board committee and, for concerns, the ombuds have steps tried again.");
        }
        Given given = store.find(job).orElseThrow(StandingSteps::none);
        Job standing = Optional.ofNullable(
                        management.createJobQuery().jobId(job).singleResult())
                .orElseThrow(StandingSteps::none);
        StandingStep step =
                step(standing, given).filter(one -> mayKnow(one, actor)).orElseThrow(StandingSteps::none);
        Instant now = clock.instant();
        store.keep(new Given(job, given.since(), now, given.toldAt()));
        management.setJobRetries(job, 1);
        management.setJobDuedate(job, Date.from(now));
        events.publishEvent(StepFact.triedAgain(step, actor.username(), now));
    }

    /** Empty for a job that belongs to no case: housekeeping is tried for ever by its own models. */
    Optional<StandingStep> step(Job job, Given given) {
        ProcessInstance process = job.getProcessInstanceId() == null
                ? null
                : processes
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult();
        String procedure = job.getProcessDefinitionKey();
        if (process == null || ProcessNames.HOUSEKEEPING.contains(procedure)) {
            return Optional.empty();
        }
        BpmnModelInstance model = cases.model(job.getProcessDefinitionId());
        String element = element(job);
        return Optional.of(new StandingStep(
                job.getId(),
                procedure,
                model.getModelElementById(procedure) instanceof Process named ? named.getName() : procedure,
                element,
                RunningCases.label(model, element),
                RunningCases.subject(process),
                cases.contract(process),
                known.concernOf(procedure, RunningCases.subject(process)).orElse(null),
                given.since(),
                given.triedAt().plus(PAUSE)));
    }

    /** What failed; the place that the job began at where the engine does not say. */
    private String element(Job job) {
        return job.getFailedActivityId() != null
                ? job.getFailedActivityId()
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId();
    }

    private boolean mayKnow(StandingStep step, Actor viewer) {
        return known.mayKnow(step.procedure(), viewer) && known.mayKnow(step.procedure(), step.subject(), viewer);
    }

    private static Refused none() {
        return Refused.notFound("No such step stands still. It may have been done meanwhile.");
    }
}
