package org.contractethics.workflow.internal;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.contractethics.SettableClock;
import org.contractethics.review.StageTasks;
import org.springframework.beans.factory.ObjectProvider;

/**
 * One model on an engine in memory, with the product's own switches and beans; neighbours are hand-written stand-ins. It
 * remembers every node and flow that was passed, so that a test class can show it left none out.
 */
final class EngineRig implements AutoCloseable {

    static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T09:00:00Z");

    final SettableClock clock = new SettableClock(MONDAY_MORNING);
    final ItemsInMemory items = new ItemsInMemory();
    final Neighbours neighbours = new Neighbours();
    final ProcessEngine engine;
    private final String model;
    private final Set<String> passed = new TreeSet<>();

    EngineRig(String model, Map<String, Object> furtherBeans) {
        this.model = model;
        StandaloneInMemProcessEngineConfiguration settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        settings.setProcessEngineName(model + "-" + UUID.randomUUID());
        InboxProjection projection = new InboxProjection(items, new Late<>(neighbours.register()), clock);
        EngineDefaults.apply(settings, beans(furtherBeans), new InboxPlugin(projection, completed -> {}));
        settings.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new FlowsPassed())));
        settings.setCustomHistoryEventHandlers(new ArrayList<>(List.of(new HistoryOfCases(), new NodesPassed())));
        this.engine = settings.buildProcessEngine();
        deploy();
    }

    private Map<Object, Object> beans(Map<String, Object> further) {
        Map<Object, Object> beans = new HashMap<>(further);
        beans.put("dueDates", dueDates());
        beans.put("announcements", new Announcements(new Late<>(neighbours.concerns())));
        beans.put("reviewPath", new ReviewPath());
        beans.put("deltaPath", new DeltaPath(new Late<>(neighbours.deltaReviews())));
        beans.put(
                "escalations",
                new Escalations(
                        new Late<>(neighbours.reviews()),
                        new Late<>(neighbours.concerns()),
                        stageTasks(),
                        new Late<>(neighbours.questions()),
                        items,
                        clock));
        beans.put(
                "followUps",
                new FollowUpSteps(
                        new Late<>(neighbours.followUps()),
                        new Late<>(new ProjectedFollowUpTasks(items)),
                        Settings.usual()::workingDays,
                        Settings.usual(),
                        Settings.days(),
                        clock));
        return beans;
    }

    DueDates dueDates() {
        return new DueDates(
                Settings.usual()::workingDays,
                Settings.days(),
                Settings.usual(),
                new Late<>(neighbours.reviews()),
                new Late<>(neighbours.concerns()),
                clock);
    }

    private void deploy() {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        deploy(model, "/bpmn/" + model + ".bpmn");
        drawn().getModelElementsByType(CallActivity.class)
                .forEach(call -> deploy(call.getCalledElement(), "/bpmn/" + call.getCalledElement() + ".bpmn"));
    }

    /** Another version of a model, from a file of the tests or the product. */
    String deploy(String name, String path) {
        InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(path), path);
        return engine.getRepositoryService()
                .createDeployment()
                .addInputStream(name + ".bpmn", file)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    Eligibility eligibility() {
        return new Eligibility(
                neighbours.reviews(),
                neighbours.concerns(),
                neighbours.policyChanges(),
                neighbours.followUps(),
                neighbours.questions(),
                neighbours.people(),
                neighbours.current());
    }

    /** Looked up late: the engine, which knows the versions, starts after its beans. */
    private ObjectProvider<StageTasks> stageTasks() {
        return new ObjectProvider<>() {

            @Override
            public StageTasks getObject() {
                return new ProjectedStageTasks(items, versions(), clock);
            }

            @Override
            public Stream<StageTasks> stream() {
                return Stream.of(getObject());
            }
        };
    }

    ReviewVersions versions() {
        return new ReviewVersions(engine.getRuntimeService(), engine.getRepositoryService());
    }

    ForcedReturns forced() {
        return new ForcedReturns(eligibility());
    }

    /** Lets time pass, and runs the timers that are due by then, one after the other. */
    void timeBecomes(Instant then) {
        clock.set(then);
        ClockUtil.setCurrentTime(Date.from(then));
        for (Job job : timers()) {
            if (!job.getDuedate().toInstant().isAfter(then)) {
                engine.getManagementService().executeJob(job.getId());
            }
        }
    }

    /** The timers of the model that are set. */
    List<Job> timers() {
        return engine.getManagementService().createJobQuery().timers().list();
    }

    /** Ids of open tasks of the process with this business key. */
    List<String> openTasks(UUID businessKey) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .list()
                .stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    boolean ended(UUID businessKey) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey.toString())
                        .count()
                == 0;
    }

    /** Id of the end event that finished the process as a whole. */
    String result(UUID businessKey) {
        String process = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .processDefinitionKey(model)
                .singleResult()
                .getId();
        List<String> ends = new ArrayList<>(engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(end -> end.getActivityId())
                .toList());
        return String.join(",", ends);
    }

    /** Ids of nodes and flows of the model that nothing has passed so far. */
    Set<String> leftOut() {
        return drawn().getModelElementsByType(FlowElement.class).stream()
                .filter(element -> !leavesEventGateway(element))
                .map(FlowElement::getId)
                .filter(id -> !passed.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private BpmnModelInstance drawn() {
        return Bpmn.readModelFromStream(
                Objects.requireNonNull(getClass().getResourceAsStream("/bpmn/" + model + ".bpmn"), model));
    }

    /** The engine waits for the events behind such a gateway and never takes the flows to them. */
    private static boolean leavesEventGateway(FlowElement element) {
        return element instanceof SequenceFlow flow && flow.getSource() instanceof EventBasedGateway;
    }

    /** Ends whatever a test left running, so that its timers stay out of the next one. */
    void clear() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "end of test"));
        neighbours.escalated.clear();
        neighbours.closedWithoutAppeal.clear();
        neighbours.cameIntoForce = 0;
        neighbours.objections.clear();
        neighbours.undeclared.clear();
        neighbours.barred.clear();
        neighbours.covered.clear();
        neighbours.notDue.clear();
        neighbours.told.clear();
        neighbours.spared = false;
    }

    @Override
    public void close() {
        ClockUtil.reset();
        engine.close();
    }

    private final class FlowsPassed extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(
                    ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> passed.add(flow.getId()));
        }
    }

    private final class NodesPassed implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity activity) {
                passed.add(activity.getActivityId());
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
