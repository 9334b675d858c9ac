package org.contractethics.review.web;

import java.util.List;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.execution.BringingExecutedCopies;
import org.contractethics.review.internal.execution.CheckingExecution;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where what was signed is brought to the signature gate, for whoever works on it. */
@Controller
@RequestMapping("/reviews/{reviewId}/executed-copies")
class ExecutedCopyPages {

    private static final String FILES = "files";

    private final StageWork work;
    private final Decisions decisions;
    private final BringingExecutedCopies bringing;
    private final CheckingExecution execution;

    ExecutedCopyPages(
            StageWork work, Decisions decisions, BringingExecutedCopies bringing, CheckingExecution execution) {
        this.work = work;
        this.decisions = decisions;
        this.bringing = bringing;
        this.execution = execution;
    }

    @GetMapping
    ModelAndView brought(@PathVariable ReviewId reviewId, Actor actor) {
        return page(work.look(reviewId, Stage.SIGNATURE_GATE, actor), List.of(), HttpStatus.OK);
    }

    @PostMapping
    Object bring(
            @PathVariable ReviewId reviewId,
            @RequestParam(name = FILES, required = false) @Nullable List<MultipartFile> files,
            Actor actor,
            RedirectAttributes redirect) {
        Open open = work.look(reviewId, Stage.SIGNATURE_GATE, actor);
        List<SentDocument> sent = SentFiles.documents(files);
        if (sent.isEmpty()) {
            return page(
                    open, List.of(new FormProblem(FILES, "Choose what was signed.")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            List<DocumentVersion> kept = bringing.bring(reviewId, sent, actor);
            redirect.addFlashAttribute(
                    "message",
                    kept.size() == 1
                            ? "“" + kept.get(0).fileName() + "” is kept as an executed copy."
                            : kept.size() + " executed copies are kept.");
            return "redirect:/reviews/" + reviewId + "/stages/" + Stage.SIGNATURE_GATE.taskKey();
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            List<FormProblem> problems = refused.reasons().stream()
                    .map(reason -> new FormProblem(FILES, reason))
                    .toList();
            return page(
                    open,
                    SentFiles.chooseAgain(problems, files),
                    HttpStatusCode.valueOf(refused.kind().status()));
        }
    }

    private ModelAndView page(Open open, List<FormProblem> problems, HttpStatusCode status) {
        Decision decision = decisions.approvalToSignOn(open.review().id());
        ModelAndView page = new ModelAndView("review/executed-copies");
        page.setStatus(status);
        page.addObject("review", open.review());
        page.addObject("contract", open.contract());
        page.addObject("problems", problems);
        page.addObject("values", FormValues.none());
        page.addObject(
                "statement",
                ExecutedCopyWords.lines(execution.brought(open.review(), decision))
                        .build());
        page.addObject(
                "form",
                Section.of(
                        "Bring what was signed",
                        "One file for each document that was decided on, or one that holds several. Every file is kept with its hash and cannot be changed or taken away.",
                        Field.files(
                                FILES,
                                "Executed copies",
                                "PDF, Word and every other kind that documents of a contract have; up to 50 MB each. A scan without text cannot be compared.",
                                true)));
        return page;
    }
}
