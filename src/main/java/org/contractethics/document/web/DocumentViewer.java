package org.contractethics.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.ReadingAgain;
import org.contractethics.document.internal.ShownClause;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows one version of a document by clause, with a search inside it, and hands out the original. */
@Controller
class DocumentViewer {

    private static final String PATH = "/contracts/{contractId}/documents/{versionId}";

    private final DocumentCatalogue catalogue;
    private final ViewerModel viewer;
    private final ReadingAgain readingAgain;
    private final Original original;

    DocumentViewer(DocumentCatalogue catalogue, ViewerModel viewer, ReadingAgain readingAgain, Original original) {
        this.catalogue = catalogue;
        this.viewer = viewer;
        this.readingAgain = readingAgain;
        this.original = original;
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
        List<ShownClause> clauses = clauses(contractId, versionId, actor);
        if (page != null) {
            return "redirect:" + placeOf(clauses, page, q, "/contracts/" + contractId + "/documents/" + versionId);
        }
        model.addAllAttributes(viewer.model(contractId, versionId, actor, List.of()));
        model.addAttribute("view", ViewerPage.of(clauses, viewer.known(versionId, clauses), q.strip(), clause, hit));
        return "document/viewer";
    }

    /** A password that could not be taken comes back to its form, empty: what was typed is not sent out again. */
    @PostMapping(PATH + "/password")
    ModelAndView password(
            @PathVariable ContractId contractId,
            @PathVariable DocumentVersionId versionId,
            @RequestParam(name = ViewerModel.PASSWORD, defaultValue = "") String password,
            Actor actor,
            RedirectAttributes redirect) {
        try {
            readingAgain.read(contractId, versionId, password, actor);
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.INVALID) {
                throw e;
            }
            return again(contractId, versionId, actor, e);
        }
        redirect.addFlashAttribute("message", "The file is being read with the password. The password is not kept.");
        return new ModelAndView("redirect:/contracts/" + contractId + "/documents/" + versionId);
    }

    private ModelAndView again(ContractId contractId, DocumentVersionId versionId, Actor actor, Refused refused) {
        List<FormProblem> problems = refused.reasons().stream()
                .map(reason -> new FormProblem(ViewerModel.PASSWORD, reason))
                .toList();
        ModelAndView page = new ModelAndView("document/viewer");
        page.addAllObjects(viewer.model(contractId, versionId, actor, problems));
        page.addObject("view", ViewerPage.of(catalogue.shownClauses(versionId), "", null, null));
        page.setStatus(HttpStatusCode.valueOf(refused.kind().status()));
        return page;
    }

    private List<ShownClause> clauses(ContractId contract, DocumentVersionId version, Actor actor) {
        catalogue.readable(contract, version, actor);
        return catalogue.shownClauses(version);
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
