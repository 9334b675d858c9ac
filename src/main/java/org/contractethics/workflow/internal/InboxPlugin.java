package org.contractethics.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets the work list hear of every user task of every model, and has every completion checked, so that no model has to remember it.
 */
@Component
class InboxPlugin extends AbstractBpmnParseListener {

    private static final List<String> MOMENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final InboxProjection projection;
    private final TaskListener completions;

    @Autowired
    InboxPlugin(InboxProjection projection, CompletionGuard guard) {
        this(projection, (TaskListener) guard);
    }

    /** @param completions refuses what must not be completed */
    InboxPlugin(InboxProjection projection, TaskListener completions) {
        this.projection = projection;
        this.completions = completions;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completions);
        MOMENTS.forEach(moment -> task.addBuiltInTaskListener(moment, projection));
    }
}
