package org.contractethics.document.web;

import java.util.List;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.ReadingAgain;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of documents of a contract as a page of its own, and the form that adds to it. */
@Controller
class DocumentsPage {

    static final String FILE = "document-file";
    static final String TITLE = "document-title";
    static final String REPLACES = "document-replaces";

    private final DocumentList list;
    private final Uploading uploading;
    private final ReadingAgain readingAgain;

    DocumentsPage(DocumentList list, Uploading uploading, ReadingAgain readingAgain) {
        this.list = list;
        this.uploading = uploading;
        this.readingAgain = readingAgain;
    }

    @GetMapping("/contracts/{contractId}/documents")
    String documents(@PathVariable ContractId contractId, Actor actor, Model model) {
        model.addAttribute("model", list.model(contractId, actor, UploadForm.EMPTY, List.of()));
        return "document/documents";
    }

    @PostMapping("/contracts/{contractId}/documents")
    ModelAndView upload(
            @PathVariable ContractId contractId,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            @RequestParam(name = TITLE, defaultValue = "") String title,
            @RequestParam(name = REPLACES, defaultValue = "") String replaces,
            Actor actor,
            RedirectAttributes redirect) {
        UploadForm form = new UploadForm(title, replaces);
        try {
            DocumentVersion added = uploading.add(form.upload(contractId, file), actor);
            redirect.addFlashAttribute("message", form.said(added));
            return new ModelAndView("redirect:/contracts/" + contractId + "#documents");
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.INVALID && e.kind() != Refused.Kind.CONFLICT) {
                throw e;
            }
            return again(contractId, actor, form, e);
        }
    }

    @PostMapping("/contracts/{contractId}/documents/{versionId}/reading")
    String readAgain(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            Actor actor,
            RedirectAttributes redirect) {
        readingAgain.read(contractId, versionId, actor);
        redirect.addFlashAttribute("message", "The text is being read once more.");
        return "redirect:/contracts/" + contractId + "/documents";
    }

    private ModelAndView again(ContractId contract, Actor actor, UploadForm form, Refused refused) {
        List<FormProblem> problems = refused.fields().isEmpty()
                ? refused.reasons().stream()
                        .map(reason -> new FormProblem(FILE, reason))
                        .toList()
                : refused.fields().stream()
                        .map(wrong -> new FormProblem("document-" + wrong.field(), wrong.message()))
                        .toList();
        ModelAndView page = new ModelAndView("document/documents");
        page.addObject("model", list.model(contract, actor, form, problems));
        page.setStatus(HttpStatusCode.valueOf(refused.kind().status()));
        return page;
    }
}
