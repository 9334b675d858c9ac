package org.contractethics.concern.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening a collective letter. */
@Controller
class NewLetterPages {

    private final OpeningLetters opening;

    NewLetterPages(OpeningLetters opening) {
        this.opening = opening;
    }

    @GetMapping("/letters/new")
    ModelAndView form(@RequestParam(required = false) @Nullable ContractId contract) {
        return form(LetterForm.empty(Optional.ofNullable(contract)), List.of());
    }

    @PostMapping("/letters")
    ModelAndView open(LetterForm form, Actor author, RedirectAttributes redirect) {
        List<FormProblem> problems = problems(form);
        if (!problems.isEmpty()) {
            return form(form, problems);
        }
        try {
            opening.open(form.toCommand(), author);
        } catch (Refused refused) {
            return again(form, refused);
        }
        redirect.addFlashAttribute(
                "message", "The letter is open for signing. You have not signed it yourself yet: do so below.");
        return new ModelAndView("redirect:/letters/" + form.id());
    }

    private List<FormProblem> problems(LetterForm form) {
        List<FormProblem> problems = new ArrayList<>();
        if (!form.namesContracts()) {
            problems.add(new FormProblem(
                    "contracts", "Put the address of the page of one contract on each line, or leave this empty."));
        }
        problems.addAll(opening.problems(form.toCommand()));
        return problems;
    }

    private static ModelAndView again(LetterForm form, Refused refused) {
        if (refused.kind() != Refused.Kind.CONFLICT && refused.kind() != Refused.Kind.UNAVAILABLE) {
            throw refused;
        }
        List<FormProblem> reasons = refused.reasons().stream()
                .map(reason -> new FormProblem("title", reason))
                .toList();
        ModelAndView page = form(form.underAnotherId(), reasons);
        page.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return page;
    }

    private static ModelAndView form(LetterForm form, List<FormProblem> problems) {
        ModelAndView page = new ModelAndView("concern/letter-new")
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("topics", LetterForm.topics())
                .addObject("modes", LetterForm.modes());
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
