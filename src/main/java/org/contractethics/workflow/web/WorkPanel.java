package org.contractethics.workflow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.contractethics.workflow.internal.Inbox;
import org.contractethics.workflow.internal.Inbox.Line;
import org.springframework.stereotype.Component;

/** "Work to do": the open tasks of the case, with what this person may do about each. */
@Component
class WorkPanel implements CasePanel {

    private final Inbox inbox;
    private final ContractRegister register;

    WorkPanel(Inbox inbox, ContractRegister register) {
        this.inbox = inbox;
        this.register = register;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return register.find(contract)
                .filter(known -> register.mayReadFacts(known, viewer))
                .map(known -> inbox.openOn(contract, viewer))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new View(200, Column.MAIN, "workflow/work", model(lines)));
    }

    private static Map<String, Object> model(List<Line> lines) {
        return Map.of("lines", lines);
    }
}
