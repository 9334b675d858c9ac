package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.DocumentRights;
import org.contractethics.document.internal.FileInside;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Component;

/** What the list of documents and its upload form show; the same on the case page and on the page of its own. */
@Component
class DocumentList {

    private final DocumentCatalogue catalogue;
    private final DocumentRights rights;
    private final PeopleDirectory people;

    DocumentList(DocumentCatalogue catalogue, DocumentRights rights, PeopleDirectory people) {
        this.catalogue = catalogue;
        this.rights = rights;
        this.people = people;
    }

    Map<String, Object> model(ContractId id, Actor viewer, UploadForm form, List<FormProblem> problems) {
        Contract contract = catalogue.contract(id, viewer);
        List<DocumentRow> rows = rows(catalogue.listed(id, viewer), catalogue.progress(id));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contract", id.toString());
        model.put("reference", contract.reference());
        model.put("contractTitle", contract.title());
        model.put("documents", rows);
        model.put("executed", rows(catalogue.executed(id, viewer), Map.of()));
        model.put("reading", rows.stream().anyMatch(DocumentRow::reading));
        model.put("mayAdd", rights.mayAdd(contract, viewer));
        model.put("targets", rights.mayReplace(contract, viewer) ? targets(rows) : Map.of());
        model.put("title", form.title());
        model.put("replaces", form.document());
        model.put("problems", problems);
        return model;
    }

    private List<DocumentRow> rows(List<StoredVersion> listed, Map<DocumentVersionId, Progress> readings) {
        List<DocumentRow> rows = new ArrayList<>();
        Map<DocumentVersionId, String> names = new HashMap<>();
        for (StoredVersion stored : listed) {
            names.put(stored.version().id(), stored.version().fileName());
            FileInside inside = stored.inside();
            String outer = inside == null ? "" : names.getOrDefault(inside.parent(), "");
            rows.add(DocumentRow.of(stored, people.displayName(stored.version().uploadedBy()), outer, readings));
        }
        return rows;
    }

    private static Map<String, String> targets(List<DocumentRow> rows) {
        Map<String, String> targets = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            targets.put("", "A new document");
            rows.stream()
                    .filter(row -> row.depth() == 0)
                    .forEach(row -> targets.put(
                            row.version().document().toString(),
                            "New version of " + row.version().title()));
        }
        return targets;
    }
}
