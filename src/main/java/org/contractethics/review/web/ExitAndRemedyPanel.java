package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.ContractExits;
import org.contractethics.review.internal.followup.OpeningExit;
import org.contractethics.review.internal.followup.OpeningRemediation;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Exit and remedy" on the page of a contract: how it ends, and how harms are made good. */
@Component
class ExitAndRemedyPanel implements CasePanel {

    private final ContractRegister contracts;
    private final ContractExits exits;
    private final ReadableRemediations remediations;
    private final OpeningExit openingExit;
    private final OpeningRemediation openingRemediation;

    ExitAndRemedyPanel(
            ContractRegister contracts,
            ContractExits exits,
            ReadableRemediations remediations,
            OpeningExit openingExit,
            OpeningRemediation openingRemediation) {
        this.contracts = contracts;
        this.exits = exits;
        this.remediations = remediations;
        this.openingExit = openingExit;
        this.openingRemediation = openingRemediation;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .filter(contract -> contracts.mayReadFacts(contract, viewer))
                .map(contract -> model(contract, viewer))
                .filter(model -> model.values().stream().anyMatch(ExitAndRemedyPanel::something))
                .map(model -> new View(360, Column.MAIN, "review/exit-and-remedy", model));
    }

    private Map<String, Object> model(Contract contract, Actor viewer) {
        List<Remediation> known = remediations.of(contract.id(), viewer);
        Map<String, String> acts = new LinkedHashMap<>();
        String path = "/contracts/" + contract.id();
        if (openingExit.refusal(contract, viewer).isEmpty()) {
            acts.put(path + "/exit", "Begin the exit");
        }
        if (openingRemediation.refusal(contract.id(), viewer).isEmpty()
                && !openingRemediation.causes(contract.id(), viewer).isEmpty()) {
            acts.put(path + "/remediation", "Open a remediation");
        }
        return Map.of("exits", exits.of(contract.id()).stream().toList(), "remediations", known, "acts", acts);
    }

    private static boolean something(Object part) {
        return part instanceof List<?> list ? !list.isEmpty() : part instanceof Map<?, ?> map && !map.isEmpty();
    }
}
