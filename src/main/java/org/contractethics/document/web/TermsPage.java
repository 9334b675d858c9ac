package org.contractethics.document.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.Contract;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.DocumentRights;
import org.contractethics.document.internal.LinkingIncorporated;
import org.contractethics.document.internal.ReadingReferences;
import org.contractethics.document.internal.StoredVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Defined terms, cross-references and incorporated documents of one version. */
@Controller
class TermsPage {

    private static final String PATH = "/contracts/{contractId}/documents/{versionId}/terms";

    private final DocumentCatalogue catalogue;
    private final DocumentRights rights;
    private final ReadingReferences references;
    private final IncorporatedDocuments incorporated;
    private final LinkingIncorporated linking;

    TermsPage(
            DocumentCatalogue catalogue,
            DocumentRights rights,
            ReadingReferences references,
            IncorporatedDocuments incorporated,
            LinkingIncorporated linking) {
        this.catalogue = catalogue;
        this.rights = rights;
        this.references = references;
        this.incorporated = incorporated;
        this.linking = linking;
    }

    @GetMapping(PATH)
    ModelAndView terms(@PathVariable ContractId contractId, @PathVariable DocumentVersionId versionId, Actor actor) {
        return page(contractId, versionId, actor, List.of());
    }

    /**
     * @param key of the incorporated document
     * @param document of this contract that it is; empty for none
     */
    @PostMapping(PATH)
    ModelAndView link(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String document,
            Actor actor,
            RedirectAttributes redirect) {
        catalogue.readable(contractId, versionId, actor);
        try {
            linking.link(contractId, key, document.isBlank() ? null : documentId(document), actor);
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.INVALID) {
                throw e;
            }
            List<FormProblem> problems = e.reasons().stream()
                    .map(reason -> new FormProblem("incorporated", reason))
                    .toList();
            ModelAndView again = page(contractId, versionId, actor, problems);
            again.setStatus(HttpStatusCode.valueOf(e.kind().status()));
            return again;
        }
        redirect.addFlashAttribute(
                "message",
                document.isBlank() ? "The link was taken back." : "Linked. It counts as read now if its text is.");
        return new ModelAndView(
                "redirect:/contracts/" + contractId + "/documents/" + versionId + "/terms#incorporated");
    }

    private static @Nullable DocumentId documentId(String text) {
        try {
            return DocumentId.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("Choose a document of this contract.");
        }
    }

    private ModelAndView page(
            ContractId contractId, DocumentVersionId versionId, Actor actor, List<FormProblem> problems) {
        StoredVersion stored = catalogue.readable(contractId, versionId, actor);
        Contract contract = catalogue.contract(contractId, actor);
        ModelAndView page = new ModelAndView("document/terms");
        page.addObject("contract", contractId.toString());
        page.addObject("reference", contract.reference());
        page.addObject("document", stored.version());
        page.addObject("terms", TermsView.of(references.of(contractId, versionId, actor)));
        page.addObject("incorporated", incorporated.named(contractId));
        page.addObject("missing", incorporated.missing(contractId));
        page.addObject("mayLink", rights.mayAdd(contract, actor));
        page.addObject("choices", choices(contractId));
        page.addObject("problems", problems);
        return page;
    }

    private Map<String, String> choices(ContractId contract) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Not among the documents");
        for (DocumentVersion version : catalogue.currentWithFilesInside(contract)) {
            choices.put(version.document().toString(), version.title());
        }
        return choices;
    }
}
