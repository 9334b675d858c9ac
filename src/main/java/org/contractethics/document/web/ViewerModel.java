package org.contractethics.document.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ViewerPanel;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.RereadingRights;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** What the viewer shows around the text: the file, its versions, how far its reading is, and what can be done about it. */
@Component
class ViewerModel {

    static final String PASSWORD = "document-password";

    private final DocumentCatalogue catalogue;
    private final RereadingRights rights;
    private final PeopleDirectory people;
    private final ViewerSide side;
    private final Surroundings surroundings;
    private final List<ViewerPanel> panels;

    ViewerModel(
            DocumentCatalogue catalogue,
            RereadingRights rights,
            PeopleDirectory people,
            ViewerSide side,
            Surroundings surroundings,
            List<ViewerPanel> panels) {
        this.catalogue = catalogue;
        this.rights = rights;
        this.people = people;
        this.side = side;
        this.surroundings = surroundings;
        this.panels = panels;
    }

    ViewerPage.Known known(DocumentVersionId version, List<ShownClause> clauses) {
        return new ViewerPage.Known(side.references(clauses), catalogue.recognisedPages(version));
    }

    Map<String, Object> model(ContractId id, DocumentVersionId version, Actor viewer, List<FormProblem> problems) {
        StoredVersion stored = catalogue.readable(id, version, viewer);
        Contract contract = catalogue.contract(id, viewer);
        Map<DocumentVersionId, Progress> readings = catalogue.progress(id);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contract", id.toString());
        model.put("reference", contract.reference());
        model.put("document", row(stored, readings));
        model.put("versions", versions(stored, readings));
        boolean failed = stored.version().status() == ExtractionStatus.FAILED;
        model.put("mayReadAgain", failed && rights.mayReadAgain(contract, version, viewer));
        model.put("mayReplace", failed && rights.mayBringNewVersion(contract, version, viewer));
        List<ShownClause> clauses = catalogue.shownClauses(version);
        model.put("hasPages", clauses.stream().anyMatch(shown -> shown.clause().page() != null));
        model.put("side", side.of(stored.version(), clauses, viewer));
        model.putAll(surroundings.of(stored, viewer));
        model.put("problems", problems);
        model.put(
                "panels",
                panels.stream()
                        .flatMap(panel -> panel.panel(id, version, viewer).stream())
                        .toList());
        return model;
    }

    private List<DocumentRow> versions(StoredVersion stored, Map<DocumentVersionId, Progress> readings) {
        return catalogue.versions(stored.version().document()).stream()
                .map(version -> row(version, readings))
                .toList();
    }

    private DocumentRow row(StoredVersion stored, Map<DocumentVersionId, Progress> readings) {
        return DocumentRow.of(stored, people.displayName(stored.version().uploadedBy()), "", readings);
    }
}
