package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.letter.ChangingThresholds;
import org.contractethics.concern.internal.letter.ChangingThresholds.HeadcountForm;
import org.contractethics.concern.internal.letter.ChangingThresholds.ThresholdForm;
import org.contractethics.concern.internal.letter.Consequence;
import org.contractethics.concern.internal.letter.ReadingThresholds;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From how many signatories on something follows, who changed that and why. */
@Controller
class ThresholdPages {

    private final ReadingThresholds reading;
    private final ChangingThresholds changing;

    ThresholdPages(ReadingThresholds reading, ChangingThresholds changing) {
        this.reading = reading;
        this.changing = changing;
    }

    @GetMapping("/letters/thresholds")
    ModelAndView page(Actor viewer) {
        return page(ThresholdForm.EMPTY, HeadcountForm.EMPTY, List.of(), viewer);
    }

    @PostMapping("/letters/thresholds")
    ModelAndView change(
            @RequestParam(defaultValue = "") String consequence,
            @RequestParam(defaultValue = "") String signatures,
            @RequestParam(defaultValue = "") String perMille,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        ThresholdForm form = new ThresholdForm(consequence, signatures, perMille, reason);
        List<FormProblem> problems = changing.problems(form);
        if (!problems.isEmpty()) {
            return page(form, HeadcountForm.EMPTY, problems, actor);
        }
        changing.change(form, actor);
        return back("The threshold is changed. It holds for signatures from now on; this is recorded.", redirect);
    }

    @PostMapping("/letters/headcount")
    ModelAndView headcount(
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String because,
            Actor actor,
            RedirectAttributes redirect) {
        HeadcountForm form = new HeadcountForm(people, because);
        List<FormProblem> problems = changing.problems(form);
        if (!problems.isEmpty()) {
            return page(ThresholdForm.EMPTY, form, problems, actor);
        }
        changing.change(form, actor);
        return back("The headcount is changed; this is recorded.", redirect);
    }

    private ModelAndView page(ThresholdForm form, HeadcountForm headcount, List<FormProblem> problems, Actor viewer) {
        ModelAndView page = new ModelAndView("concern/letter-thresholds")
                .addObject("lines", reading.inForce())
                .addObject("headcount", reading.headcount())
                .addObject("history", reading.history())
                .addObject("headcounts", reading.headcounts())
                .addObject("consequences", consequences())
                .addObject("changes", viewer.has(Role.BOARD_COMMITTEE))
                .addObject("form", form)
                .addObject("headcountForm", headcount)
                .addObject("problems", problems);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Map<String, String> consequences() {
        var consequences = new LinkedHashMap<String, String>();
        Arrays.stream(Consequence.values()).forEach(one -> consequences.put(one.name(), one.label()));
        return consequences;
    }

    private static ModelAndView back(String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/letters/thresholds");
    }
}
