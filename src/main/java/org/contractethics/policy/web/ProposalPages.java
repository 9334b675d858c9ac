package org.contractethics.policy.web;

import java.util.List;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.policy.internal.ProposingVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposing a change of the rules: a reason, a date, and the files that change. */
@Controller
class ProposalPages {

    private final ProposingVersion proposing;
    private final PolicyInForce policy;

    ProposalPages(ProposingVersion proposing, PolicyInForce policy) {
        this.proposing = proposing;
        this.policy = policy;
    }

    @GetMapping("/rules/versions/new")
    ModelAndView form() {
        var now = policy.now();
        return page(new ProposalForm(now.current().number(), now.content().text(), "", ""), List.of(), HttpStatus.OK);
    }

    @PostMapping("/rules/versions")
    Object propose(
            @RequestParam(name = "based-on") int basedOn,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "effective-on", defaultValue = "") String effectiveOn,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            Actor actor,
            RedirectAttributes redirect) {
        ProposalForm form = new ProposalForm(basedOn, text, reason, effectiveOn);
        try {
            Proposal proposal = form.toProposal(files == null ? List.of() : files);
            List<FormProblem> problems = proposing.problems(proposal);
            if (!problems.isEmpty()) {
                return page(form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            int number = proposing.propose(proposal, actor);
            redirect.addFlashAttribute(
                    "message", "Version " + number + " is proposed. Staff can comment; the board committee decides.");
            return "redirect:/rules/versions/" + number;
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.CONFLICT) {
                int inForce = policy.current().number();
                ProposalForm anew = new ProposalForm(inForce, text, reason, effectiveOn);
                return Overtaken.on(
                        page(anew, List.of(), HttpStatus.CONFLICT),
                        inForce,
                        (page, problems) -> page.addObject("problems", problems));
            }
            if (e.kind() != Refused.Kind.INVALID) {
                throw e;
            }
            return page(
                    form,
                    e.reasons().stream()
                            .map(reasonWhy -> new FormProblem("files", reasonWhy))
                            .toList(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(ProposalForm form, List<FormProblem> problems, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("policy/propose");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("files", policy.version(form.basedOn()).complete().names());
        page.addObject("tables", policy.version(form.basedOn()).tables());
        page.addObject("hintOfDay", proposing.hintOfDay());
        page.addObject("problems", problems);
        return page;
    }
}
