package org.contractethics.concern.web;

import java.util.List;
import org.contractethics.concern.internal.HandlingConcerns;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.RecusingOfficers;
import org.contractethics.concern.internal.UnseenByFilers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Following a concern: the lists, the page of one concern, acknowledgement and answer. */
@Controller
class ConcernPages {

    private final ReadingConcerns reading;
    private final HandlingConcerns handling;
    private final RecusingOfficers recusing;
    private final SecondPersonLists waiting;
    private final UnseenByFilers unseen;
    private final HandlingPage page;

    ConcernPages(
            ReadingConcerns reading,
            HandlingConcerns handling,
            RecusingOfficers recusing,
            SecondPersonLists waiting,
            UnseenByFilers unseen,
            HandlingPage page) {
        this.reading = reading;
        this.handling = handling;
        this.recusing = recusing;
        this.waiting = waiting;
        this.unseen = unseen;
        this.page = page;
    }

    @GetMapping("/concerns")
    String list(Actor viewer, Model model) {
        model.addAttribute("filed", reading.filedBy(viewer));
        model.addAttribute("unseen", unseen.of(viewer));
        model.addAttribute("handled", reading.handledBy(viewer));
        model.addAllAttributes(waiting.of(viewer));
        model.addAttribute("employee", viewer.has(Role.EMPLOYEE));
        model.addAttribute("officer", reading.isHandler(viewer));
        model.addAttribute("sealed", reading.isSealed());
        model.addAttribute("mayFile", viewer.hasAny(Role.EMPLOYEE, Role.EXTERNAL_FILER));
        return "concern/list";
    }

    @GetMapping("/concerns/{id}")
    ModelAndView concern(@PathVariable ConcernId id, Actor viewer) {
        return page(id, viewer, Unsent.NOTHING);
    }

    @PostMapping("/concerns/{id}/acknowledge")
    ModelAndView acknowledge(@PathVariable ConcernId id, Actor officer, RedirectAttributes redirect) {
        handling.acknowledge(id, officer);
        return back(id, "The filer can see now that the concern has arrived.", redirect);
    }

    @PostMapping("/concerns/{id}/answer")
    ModelAndView answer(@PathVariable ConcernId id, AnswerForm form, Actor officer, RedirectAttributes redirect) {
        Unsent typed = new Unsent(form, "");
        List<FormProblem> problems = form.toCommand().problems();
        if (!problems.isEmpty()) {
            return wrong(id, officer, typed, problems);
        }
        try {
            handling.answer(id, form.toCommand(), officer);
            return back(id, "The answer is sent and the concern is closed.", redirect);
        } catch (Refused e) {
            return HandlingPage.refused(() -> page(id, officer, typed), "considered", e);
        }
    }

    @PostMapping("/concerns/{id}/recusal")
    ModelAndView recuse(
            @PathVariable ConcernId id,
            @RequestParam(defaultValue = "") String reason,
            Actor officer,
            RedirectAttributes redirect) {
        try {
            recusing.recuse(id, reason, officer);
        } catch (Refused e) {
            return HandlingPage.refused(() -> page(id, officer, new Unsent(AnswerForm.EMPTY, reason)), "reason", e);
        }
        redirect.addFlashAttribute("message", "You stepped back from the concern. Others handle it from now on.");
        return new ModelAndView("redirect:/concerns");
    }

    /** What was typed and is not sent yet. */
    private record Unsent(AnswerForm answer, String reason) {

        static final Unsent NOTHING = new Unsent(AnswerForm.EMPTY, "");
    }

    private ModelAndView wrong(ConcernId id, Actor viewer, Unsent typed, List<FormProblem> problems) {
        ModelAndView page = page(id, viewer, typed).addObject("problems", problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(ConcernId id, Actor viewer, Unsent typed) {
        return page.page(id, viewer, Typed.NOTHING)
                .addObject("answerForm", typed.answer())
                .addObject("recusalReason", typed.reason());
    }

    private static ModelAndView back(ConcernId id, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/concerns/" + id);
    }
}
