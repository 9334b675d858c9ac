package org.contractethics.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.DocumentRights;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one version of a document by clause, with a search inside it, and hands out the original. */
@Controller
class DocumentViewer {

    private static final String PATH = "/contracts/{contractId}/documents/{versionId}";

    private final DocumentCatalogue catalogue;
    private final DocumentRights rights;
    private final PeopleDirectory people;
    private final Original original;
    private final Surroundings surroundings;

    DocumentViewer(
            DocumentCatalogue catalogue,
            DocumentRights rights,
            PeopleDirectory people,
            Original original,
            Surroundings surroundings) {
        this.catalogue = catalogue;
        this.rights = rights;
        this.people = people;
        this.original = original;
        this.surroundings = surroundings;
    }

    /**
     * @param q what to look for
     * @param clause ordinal of the clause to open at
     * @param hit number of the hit to open at
     * @param page of the file to go to; answered by leading to its first clause
     */
    @GetMapping(PATH)
    String view(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer clause,
            @RequestParam(required = false) @Nullable Integer hit,
            @RequestParam(required = false) @Nullable Integer page,
            Actor actor,
            Model model) {
        StoredVersion stored = catalogue.readable(contractId, versionId, actor);
        List<ShownClause> clauses = catalogue.shownClauses(versionId);
        if (page != null) {
            return "redirect:" + placeOf(clauses, page, q, "/contracts/" + contractId + "/documents/" + versionId);
        }
        Contract contract = catalogue.contract(contractId, actor);
        model.addAttribute("contract", contractId.toString());
        model.addAttribute("reference", contract.reference());
        model.addAttribute("document", row(stored));
        model.addAttribute("versions", versions(stored));
        model.addAttribute("mayAdd", rights.mayAdd(contract, actor));
        model.addAttribute(
                "hasPages", clauses.stream().anyMatch(shown -> shown.clause().page() != null));
        surroundings.show(stored, actor, model);
        model.addAttribute("view", ViewerPage.of(clauses, q.strip(), clause, hit));
        return "document/viewer";
    }

    @GetMapping(PATH + "/original")
    void original(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        original.write(catalogue.readable(contractId, versionId, actor).version(), response);
    }

    private List<DocumentRow> versions(StoredVersion stored) {
        return catalogue.versions(stored.version().document()).stream()
                .map(this::row)
                .toList();
    }

    private DocumentRow row(StoredVersion stored) {
        return DocumentRow.of(stored, people.displayName(stored.version().uploadedBy()), "");
    }

    /** The first clause that begins on the page or behind it, or else the first of all. */
    private static String placeOf(List<ShownClause> clauses, int page, String query, String path) {
        int place = 0;
        for (ShownClause shown : clauses) {
            Integer of = shown.clause().page();
            if (of != null && of >= page) {
                place = shown.clause().ordinal();
                break;
            }
        }
        String search = query.isBlank() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return path + "?clause=" + place + search + "#clause-" + place;
    }
}
