package org.contractethics.workflow.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * By which version of its procedure an open case runs, and which of the cases could be moved to the newest one. A case keeps the
 * version it began under until somebody moves it.
 */
@Service
public class ProcedureVersions {

    /** Most cases that are shown and moved at once. */
    public static final int MOST = 200;

    /** Kinds of elements at which a case can stand. */
    private static final List<Class<? extends FlowNode>> PLACES =
            List.of(UserTask.class, CallActivity.class, EventBasedGateway.class, IntermediateCatchEvent.class);

    private final RepositoryService repository;
    private final RuntimeService processes;
    private final RunningCases cases;
    private final KnownCases known;

    ProcedureVersions(RepositoryService repository, RuntimeService processes, RunningCases cases, KnownCases known) {
        this.repository = repository;
        this.processes = processes;
        this.cases = cases;
        this.known = known;
    }

    /**
     * A version by which cases still run.
     *
     * @param definition its id in the engine
     * @param newest number of the newest version
     * @param open how many cases run by it, as far as the viewer may know of them
     */
    public record Version(String definition, String key, String name, int number, int newest, long open) {

        public boolean older() {
            return number < newest;
        }
    }

    /**
     * @param process id of the running case in the engine
     * @param subject id of the review, the condition or whatever the procedure is about
     * @param at where it stands, in the words of the model
     * @param obstacle why it cannot be moved; null where it can
     * @param concern the concern it began with, which is no contract's and nobody else's business; null where there is none
     */
    public record OpenCase(
            String process,
            UUID subject,
            @Nullable ContractLine contract,
            List<String> at,
            @Nullable String obstacle,
            @Nullable ConcernId concern) {}

    /**
     * @param kept places of the older version that the newest has as well
     * @param lost places where a case can stand that the newest version does not have, or has otherwise
     */
    public record Plan(Version version, List<String> kept, List<String> lost, List<OpenCase> cases) {}

    /** Every version by which cases run, those that are not the newest first. */
    public List<Version> seenBy(Actor viewer) {
        return repository.createProcessDefinitionQuery().list().stream()
                .filter(definition -> known.mayKnow(definition.getKey(), viewer))
                .map(definition -> version(definition, viewer))
                .filter(version -> version.open() > 0)
                .sorted(Comparator.comparing(Version::older)
                        .reversed()
                        .thenComparing(Version::name)
                        .thenComparing(Version::number, Comparator.reverseOrder()))
                .toList();
    }

    /** What moving the open cases of this version to the newest one would do. */
    public Plan plan(String definition, Actor viewer) {
        ProcessDefinition source = source(definition, viewer);
        Version version = version(source, viewer);
        MigrationPlan plan = migration(source);
        Set<String> mapped = mapped(plan);
        BpmnModelInstance model = repository.getBpmnModelInstance(source.getId());
        List<FlowNode> places = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> PLACES.stream().anyMatch(kind -> kind.isInstance(node)))
                .toList();
        return new Plan(
                version,
                places.stream()
                        .filter(place -> mapped.contains(place.getId()))
                        .map(FlowNode::getName)
                        .toList(),
                places.stream()
                        .filter(place -> !mapped.contains(place.getId()))
                        .map(FlowNode::getName)
                        .toList(),
                running(source, viewer)
                        .map(process -> open(source, process, mapped))
                        .toList());
    }

    /** One case as it stands now; empty where it has ended or runs by another version. */
    Optional<OpenCase> find(String definition, String process, Actor viewer) {
        ProcessDefinition source = source(definition, viewer);
        Set<String> mapped = mapped(migration(source));
        return running(source, viewer)
                .filter(running -> running.getId().equals(process))
                .findFirst()
                .map(running -> open(source, running, mapped));
    }

    /** From this version to the newest one; every place with the same id and kind is kept, due dates stay as they are. */
    MigrationPlan migration(ProcessDefinition source) {
        return processes
                .createMigrationPlan(source.getId(), newest(source.getKey()).getId())
                .mapEqualActivities()
                .build();
    }

    /** Refuses with 404 what is no version, what this person may not know of, and the newest one. */
    ProcessDefinition source(String definition, Actor viewer) {
        ProcessDefinition source = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult();
        if (source == null || !known.mayKnow(source.getKey(), viewer)) {
            throw Refused.notFound("There is no such version of a procedure.");
        }
        if (source.getVersion() == newest(source.getKey()).getVersion()) {
            throw Refused.conflict("This is the newest version; its cases have nowhere to move.");
        }
        return source;
    }

    private Version version(ProcessDefinition definition, Actor viewer) {
        long open = known.differ(definition.getKey())
                ? running(definition, viewer).count()
                : processes
                        .createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .count();
        return new Version(
                definition.getId(),
                definition.getKey(),
                definition.getName(),
                definition.getVersion(),
                newest(definition.getKey()).getVersion(),
                open);
    }

    private ProcessDefinition newest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private Stream<ProcessInstance> running(ProcessDefinition definition, Actor viewer) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .orderByBusinessKey()
                .asc()
                .list()
                .stream()
                .filter(process -> known.mayKnow(definition.getKey(), RunningCases.subject(process), viewer))
                .limit(MOST);
    }

    private OpenCase open(ProcessDefinition source, ProcessInstance process, Set<String> mapped) {
        BpmnModelInstance model = repository.getBpmnModelInstance(process.getProcessDefinitionId());
        List<String> places = places(processes.getActivityInstance(process.getId()));
        List<String> lost =
                places.stream().filter(place -> !mapped.contains(place)).toList();
        return new OpenCase(
                process.getId(),
                RunningCases.subject(process),
                cases.contract(process),
                places.stream().map(place -> RunningCases.label(model, place)).toList(),
                lost.isEmpty()
                        ? null
                        : "The newest version has no place like \"" + RunningCases.label(model, lost.get(0))
                                + "\". It can move when it stands elsewhere.",
                known.concernOf(source.getKey(), RunningCases.subject(process)).orElse(null));
    }

    private static List<String> places(ActivityInstance instance) {
        List<String> places = new ArrayList<>();
        if (instance.getChildActivityInstances().length == 0
                && !instance.getActivityId().equals(instance.getProcessDefinitionId())) {
            places.add(instance.getActivityId());
        }
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            places.addAll(places(child));
        }
        Stream.of(instance.getChildTransitionInstances()).forEach(waiting -> places.add(waiting.getActivityId()));
        return places;
    }

    private static Set<String> mapped(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(java.util.stream.Collectors.toSet());
    }
}
