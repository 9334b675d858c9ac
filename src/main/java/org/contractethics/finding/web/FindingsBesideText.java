package org.contractethics.finding.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.document.ViewerPanel;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.Finding;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** The findings of one document beside its text, in the order of the text; each leads to its clause with the words marked. */
@Component
class FindingsBesideText implements ViewerPanel {

    private static final int MOST = 200;

    private final Findings findings;
    private final PeopleDirectory people;

    FindingsBesideText(Findings findings, PeopleDirectory people) {
        this.findings = findings;
        this.people = people;
    }

    @Override
    public Optional<View> panel(ContractId contract, DocumentVersionId version, Actor viewer) {
        return findings.of(contract, viewer).map(found -> {
            List<FindingRow> rows = found.findings().stream()
                    .filter(finding -> finding.version().equals(version))
                    .filter(finding -> finding.check().kind() != CheckKind.TERM)
                    .sorted(Comparator.comparingInt(Finding::ordinal).thenComparingInt(Finding::inClause))
                    .limit(MOST)
                    .map(finding -> FindingRow.of(contract, finding, people))
                    .toList();
            return new View("finding/beside", Map.of("rows", rows, "contract", contract.toString()));
        });
    }
}
