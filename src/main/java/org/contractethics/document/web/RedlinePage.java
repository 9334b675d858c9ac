package org.contractethics.document.web;

import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.ReadingRedline;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the tracked changes of a file in place, with who made them and when. */
@Controller
class RedlinePage {

    private final DocumentCatalogue catalogue;
    private final ReadingRedline redlines;

    RedlinePage(DocumentCatalogue catalogue, ReadingRedline redlines) {
        this.catalogue = catalogue;
        this.redlines = redlines;
    }

    /** @param show {@code changes} for the clauses that have some, or {@code all} */
    @GetMapping("/contracts/{contractId}/documents/{versionId}/redline")
    String redline(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            @RequestParam(defaultValue = "changes") String show,
            Actor actor,
            Model model) {
        model.addAttribute(
                "document", catalogue.readable(contractId, versionId, actor).version());
        model.addAttribute("contract", contractId.toString());
        model.addAttribute("reference", catalogue.contract(contractId, actor).reference());
        model.addAttribute("all", show.equals("all"));
        model.addAttribute("redline", RedlineView.of(redlines.of(contractId, versionId, actor), show.equals("all")));
        return "document/redline";
    }
}
