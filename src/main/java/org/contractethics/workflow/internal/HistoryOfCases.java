package org.contractethics.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** Keeps the history of reviews and concerns, and none of the housekeeping that runs every few minutes. */
final class HistoryOfCases extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!ProcessNames.HOUSEKEEPING.contains(String.valueOf(event.getProcessDefinitionKey()))) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
