package org.contractethics.workflow.web;

import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.StandingSteps;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that the engine could not do, and having them tried again. */
@Controller
class StandingStepPages {

    private static final String PAGE = "/procedures/standing-steps";

    private final StandingSteps steps;

    StandingStepPages(StandingSteps steps) {
        this.steps = steps;
    }

    @GetMapping(PAGE)
    String list(Actor actor, Model model) {
        model.addAttribute("steps", steps.seenBy(actor));
        model.addAttribute("mayTryAgain", steps.mayTryAgain(actor));
        return "workflow/standing-steps";
    }

    @PostMapping(PAGE + "/{job}/again")
    String tryAgain(@PathVariable String job, Actor actor, RedirectAttributes next) {
        steps.tryAgain(job, actor);
        next.addFlashAttribute("message", "The step is tried again at once. It leaves this list when it is done.");
        return "redirect:" + PAGE;
    }
}
