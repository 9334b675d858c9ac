package org.contractethics.document.web;

import org.contractethics.document.DocumentSets;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What has become of a document set since a decision was taken on it. */
@Controller
class DocumentChangesPage {

    private final DocumentCatalogue catalogue;
    private final DocumentSets sets;

    DocumentChangesPage(DocumentCatalogue catalogue, DocumentSets sets) {
        this.catalogue = catalogue;
        this.sets = sets;
    }

    /** @param since hash of the set to compare with */
    @GetMapping("/contracts/{contractId}/document-changes")
    String changes(
            @PathVariable ContractId contractId,
            @RequestParam(defaultValue = "") String since,
            Actor actor,
            Model model) {
        model.addAttribute("contract", contractId.toString());
        model.addAttribute("reference", catalogue.contract(contractId, actor).reference());
        model.addAttribute(
                "change",
                sets.since(contractId, since, actor)
                        .orElseThrow(() -> Refused.notFound(
                                "No set of documents of this contract has that hash. Follow the link on the page of"
                                        + " the contract, or on a decision.")));
        return "document/changes";
    }
}
