package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.InForce;
import org.contractethics.review.internal.followup.InForceStatements;
import org.contractethics.review.internal.followup.StatingInForce;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says since when a contract was in force before its review, or offers to state it. */
@Component
class InForcePanel implements CasePanel {

    private final StatingInForce stating;
    private final InForceStatements statements;
    private final ContractRegister contracts;
    private final PeopleDirectory people;

    InForcePanel(
            StatingInForce stating, InForceStatements statements, ContractRegister contracts, PeopleDirectory people) {
        this.stating = stating;
        this.statements = statements;
        this.contracts = contracts;
        this.people = people;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .filter(contract -> contracts.mayReadFacts(contract, viewer))
                .flatMap(contract -> panel(contract, viewer));
    }

    private Optional<View> panel(Contract contract, Actor viewer) {
        Optional<InForce> stated = statements.find(contract.id());
        boolean offered = stated.isEmpty() && stating.refusal(contract, viewer).isEmpty();
        return stated.isPresent() || offered
                ? Optional.of(new View(205, Column.SIDE, "review/in-force-panel", model(contract, stated.orElse(null))))
                : Optional.empty();
    }

    private Map<String, Object> model(Contract contract, @Nullable InForce stated) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contract", contract.id());
        if (stated != null) {
            model.put("stated", stated);
            model.put("statedBy", people.displayName(stated.statedBy()));
        }
        return model;
    }
}
