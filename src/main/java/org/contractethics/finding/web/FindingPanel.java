package org.contractethics.finding.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.finding.Findings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Clause findings" on the case page, for those who may read the documents. */
@Component
class FindingPanel implements CasePanel {

    private static final int BEHIND_THE_DOCUMENTS = 410;

    private final Findings findings;
    private final FindingViews views;

    FindingPanel(Findings findings, FindingViews views) {
        this.findings = findings;
        this.views = views;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return findings.of(contract, viewer)
                .map(found -> new View(
                        BEHIND_THE_DOCUMENTS, Column.MAIN, "finding/panel", Map.of("view", views.view(found, viewer))));
    }
}
