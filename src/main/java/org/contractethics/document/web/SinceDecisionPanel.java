package org.contractethics.document.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.contractethics.document.DecidedDocuments;
import org.contractethics.document.DecidedDocuments.Decided;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.DocumentSets.SetChange;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** On the case page: whether the documents are still the ones that were decided on. */
@Component
class SinceDecisionPanel implements CasePanel {

    /** Right above the documents. */
    private static final int PLACE = 390;

    private final DecidedDocuments decided;
    private final DocumentSets sets;

    SinceDecisionPanel(DecidedDocuments decided, DocumentSets sets) {
        this.decided = decided;
        this.sets = sets;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return decided.latest(contract).flatMap(decision -> sets.since(contract, decision.documentSetHash(), viewer)
                .map(change -> view(contract, decision, change)));
    }

    private static View view(ContractId contract, Decided decision, SetChange change) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contract", contract.toString());
        model.put("decision", decision);
        model.put("change", change);
        return new View(PLACE, Column.MAIN, "document/since-decision", model);
    }
}
