package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.CallingIn;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Offers the panel chair and the board committee to call in a contract that nobody submitted. */
@Component
class CallInPanel implements CasePanel {

    private final CallingIn calling;
    private final ContractRegister contracts;

    CallInPanel(CallingIn calling, ContractRegister contracts) {
        this.calling = calling;
        this.contracts = contracts;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .filter(contract -> calling.refusal(contract, viewer).isEmpty())
                .map(contract -> new View(210, Column.SIDE, "review/call-in-panel", Map.of("contract", id)));
    }
}
