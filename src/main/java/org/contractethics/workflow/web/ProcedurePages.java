package org.contractethics.workflow.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenMatters;
import org.contractethics.workflow.internal.MovingCases;
import org.contractethics.workflow.internal.MovingCases.Outcome;
import org.contractethics.workflow.internal.ProcedureVersions;
import org.contractethics.workflow.internal.ProcedureVersions.OpenCase;
import org.contractethics.workflow.internal.StandingSteps;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Versions of the procedures with the cases that run by them, and moving cases to the newest one. */
@Controller
class ProcedurePages {

    private final ProcedureVersions versions;
    private final MovingCases moving;
    private final StandingSteps standing;
    private final OpenMatters concerns;

    ProcedurePages(ProcedureVersions versions, MovingCases moving, StandingSteps standing, OpenMatters concerns) {
        this.standing = standing;
        this.concerns = concerns;
        this.versions = versions;
        this.moving = moving;
    }

    /** A case that stays with its version. */
    public record Left(String about, String reason) {}

    @GetMapping("/procedures")
    String list(Actor actor, Model model) {
        model.addAttribute("versions", versions.seenBy(actor));
        model.addAttribute("standing", standing.seenBy(actor).size());
        model.addAttribute("concerns", concerns.counted(Kind.PROCESS, actor));
        return "workflow/procedures";
    }

    @GetMapping("/procedures/{definition}")
    ModelAndView plan(@PathVariable String definition, Actor actor) {
        return page(definition, Set.of(), "", List.of(), actor);
    }

    @PostMapping("/procedures/{definition}/moves")
    Object move(
            @PathVariable String definition,
            @RequestParam(name = "case", required = false) List<String> chosen,
            @RequestParam(defaultValue = "") String reasons,
            Actor actor,
            RedirectAttributes next) {
        Set<String> cases = chosen == null ? Set.of() : new LinkedHashSet<>(chosen);
        String typed = reasons.replace("\0", "").strip();
        List<FormProblem> problems = moving.problems(cases, typed);
        if (!problems.isEmpty()) {
            return page(definition, cases, typed, problems, actor);
        }
        Outcome outcome = moving.move(definition, cases, typed, actor);
        next.addFlashAttribute(
                "message",
                words(outcome.moved().size()) + " moved to the newest version. Due dates stay as they were.");
        next.addFlashAttribute(
                "left",
                outcome.left().entrySet().stream()
                        .map(entry -> new Left(about(entry.getKey()), entry.getValue()))
                        .toList());
        return "redirect:/procedures";
    }

    private ModelAndView page(
            String definition, Set<String> chosen, String reasons, List<FormProblem> problems, Actor actor) {
        ModelAndView page = new ModelAndView("workflow/procedure");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(Map.of(
                "plan", versions.plan(definition, actor),
                "mayMove", moving.mayMove(actor),
                "chosen", chosen.stream().collect(Collectors.toSet()),
                "reasons", reasons,
                "problems", problems));
        return page;
    }

    private static String words(int cases) {
        return cases == 1 ? "One case was" : cases + " cases were";
    }

    private static String about(OpenCase open) {
        return open.contract() == null
                ? open.subject().toString()
                : open.contract().reference() + " " + open.contract().title();
    }
}
