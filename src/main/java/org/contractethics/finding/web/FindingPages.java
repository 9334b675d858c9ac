package org.contractethics.finding.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.ContractFindings;
import org.contractethics.finding.Findings.Verdict;
import org.contractethics.finding.internal.JudgingFindings;
import org.contractethics.finding.internal.JudgingFindings.Opinion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The findings in the documents of a contract, and what reviewers say of them. */
@Controller
@RequestMapping("/contracts/{contractId}/findings")
class FindingPages {

    private final Findings findings;
    private final FindingViews views;
    private final JudgingFindings judging;
    private final ContractRegister contracts;

    FindingPages(Findings findings, FindingViews views, JudgingFindings judging, ContractRegister contracts) {
        this.findings = findings;
        this.views = views;
        this.judging = judging;
        this.contracts = contracts;
    }

    /** What was typed for which finding. */
    public record Typed(String finding, String verdict, String check, String reason) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping
    ModelAndView list(@PathVariable ContractId contractId, Actor viewer) {
        return page(contractId, Typed.NOTHING, List.of(), 200, viewer);
    }

    @PostMapping("/{findingId}/judgement")
    ModelAndView judge(
            @PathVariable ContractId contractId,
            @PathVariable UUID findingId,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String check,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            Actor actor,
            RedirectAttributes next) {
        Typed typed = new Typed(findingId.toString(), verdict, check, reason);
        try {
            judging.judge(contractId, findingId, new Opinion(verdict(verdict), check, reason, seen), actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            return page(
                    contractId,
                    typed,
                    problems(findingId, refused),
                    refused.kind().status(),
                    actor);
        }
        next.addFlashAttribute("message", "What you said of the finding is kept, with your name and reason.");
        return new ModelAndView("redirect:/contracts/" + contractId + "/findings#finding-" + findingId);
    }

    /** The fields carry the id of their finding: there are many such forms on the page. */
    private static List<FormProblem> problems(UUID finding, Refused refused) {
        if (refused.fields().isEmpty()) {
            return refused.reasons().stream()
                    .map(reason -> new FormProblem("reason-" + finding, reason))
                    .toList();
        }
        return refused.fields().stream()
                .map(problem -> new FormProblem(problem.field() + "-" + finding, problem.message()))
                .toList();
    }

    static @Nullable Verdict verdict(String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return null;
    }

    private ModelAndView page(ContractId id, Typed typed, List<FormProblem> problems, int status, Actor viewer) {
        ContractFindings found = findings.of(id, viewer)
                .orElseThrow(() -> Refused.notFound("There are no such findings, or you may not know of them."));
        ModelAndView page = new ModelAndView("finding/findings");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("view", views.view(found, viewer));
        page.addObject("reference", contracts.get(id).reference());
        page.addObject("typed", typed);
        page.addObject("problems", problems);
        return page;
    }
}
