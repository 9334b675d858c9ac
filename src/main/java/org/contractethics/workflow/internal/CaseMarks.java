package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.contractethics.shared.ReviewId;
import org.contractethics.workflow.internal.CasePosition.Mark;
import org.contractethics.workflow.internal.CasePosition.State;
import org.springframework.stereotype.Component;

/** What of the diagram a review has passed, from the engine's history and the model it runs by. */
@Component
class CaseMarks {

    private final HistoryService history;
    private final RepositoryService repository;
    private final DayWords words;
    private final Clock clock;

    CaseMarks(HistoryService history, RepositoryService repository, DayWords words, Clock clock) {
        this.history = history;
        this.repository = repository;
        this.words = words;
        this.clock = clock;
    }

    Optional<HistoricProcessInstance> process(ReviewId review) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKeyIn(ProcessNames.CONTRACT_REVIEW, ProcessNames.DELTA_REVIEW)
                .processInstanceBusinessKey(review.toString())
                .list()
                .stream()
                .findFirst();
    }

    /** By id of the element: steps with their badges, and the flows that were passed. */
    Map<String, Mark> of(HistoricProcessInstance process, List<InboxItem> tasks) {
        List<HistoricActivityInstance> visited = history.createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (HistoricActivityInstance activity : visited) {
            State state = activity.getEndTime() == null ? State.CURRENT : State.DONE;
            marks.merge(activity.getActivityId(), new Mark(state, null, false), CaseMarks::current);
        }
        tasks.forEach(task ->
                marks.computeIfPresent(task.taskKey(), (key, mark) -> new Mark(mark.state(), badge(task), late(task))));
        flows(repository.getBpmnModelInstance(process.getProcessDefinitionId()), visited)
                .forEach(flow -> marks.put(flow, new Mark(State.PASSED, null, false)));
        return marks;
    }

    /** The history knows nodes only; each was entered by the flow whose source was visited last before it. */
    private static Set<String> flows(BpmnModelInstance model, List<HistoricActivityInstance> visited) {
        Map<String, Integer> lastVisit = new HashMap<>();
        Set<String> passed = new LinkedHashSet<>();
        for (int visit = 0; visit < visited.size(); visit++) {
            String id = visited.get(visit).getActivityId();
            if (model.getModelElementById(id) instanceof FlowNode node) {
                node.getIncoming().stream()
                        .filter(flow -> lastVisit.containsKey(source(flow)))
                        .max(Comparator.comparing(flow -> lastVisit.getOrDefault(source(flow), -1)))
                        .ifPresent(flow -> passed.add(flow.getId()));
            }
            lastVisit.put(id, visit);
        }
        return passed;
    }

    private static String source(SequenceFlow flow) {
        return flow.getSource().getId();
    }

    private static Mark current(Mark before, Mark after) {
        return before.state() == State.CURRENT ? before : after;
    }

    private boolean late(InboxItem task) {
        return task.overdue(clock.instant());
    }

    private String badge(InboxItem task) {
        Instant done = task.completedAt();
        Instant due = task.dueAt();
        if (done != null) {
            return "Done " + words.shortDay(done);
        }
        if (task.stopped()) {
            return "Clock stopped";
        }
        if (due == null) {
            return "Current";
        }
        return late(task) ? words.distance(due, clock.instant()) : "Due " + words.shortDay(due);
    }
}
