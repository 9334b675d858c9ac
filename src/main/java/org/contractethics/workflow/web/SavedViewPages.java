package org.contractethics.workflow.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.contractethics.workflow.internal.SavedView;
import org.contractethics.workflow.internal.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saved views of the inbox: open, save, rename, delete, and the one the inbox opens with. */
@Controller
class SavedViewPages {

    private static final String LIST = "redirect:/inbox/saved";

    private final SavedViews saved;
    private final InboxModel page;

    SavedViewPages(SavedViews saved, InboxModel page) {
        this.saved = saved;
        this.page = page;
    }

    @GetMapping("/inbox/saved")
    ModelAndView list(Actor actor) {
        return list(actor, null, "", List.of(), HttpStatus.OK);
    }

    @GetMapping("/inbox/saved/{id}")
    String open(@PathVariable UUID id, Actor actor, Model model) {
        SavedView view = saved.get(id, actor);
        return page.fill(model, InboxRequest.of(view.address()), view, "", List.of(), actor);
    }

    /** Saves the question that the inbox shows, which comes along in the form. */
    @PostMapping("/inbox/saved")
    ModelAndView save(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Map<String, String> parameters,
            Actor actor,
            Model model,
            RedirectAttributes next) {
        InboxRequest request = InboxRequest.of(View.of(view), parameters);
        try {
            UUID id = saved.save(name, request.address(), actor);
            next.addFlashAttribute("message", "The view is saved. Only you see it.");
            return new ModelAndView("redirect:/inbox/saved/" + id);
        } catch (Refused refused) {
            String template = page.fill(model, request, null, name, problems("name", refused), actor);
            return new ModelAndView(template, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/inbox/saved/{id}/rename")
    ModelAndView rename(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String name, Actor actor, RedirectAttributes next) {
        try {
            saved.rename(id, name, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return list(actor, id, name, problems("name-" + id, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("message", "The view has its new name.");
        return new ModelAndView(LIST);
    }

    @PostMapping("/inbox/saved/{id}/default")
    String makeDefault(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean chosen,
            Actor actor,
            RedirectAttributes next) {
        saved.makeDefault(id, chosen, actor);
        next.addFlashAttribute(
                "message", chosen ? "My work opens with this view now." : "My work opens with all tasks again.");
        return LIST;
    }

    @PostMapping("/inbox/saved/{id}/delete")
    String delete(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        saved.delete(id, actor);
        next.addFlashAttribute("message", "The view is deleted.");
        return LIST;
    }

    private ModelAndView list(
            Actor actor, @Nullable UUID renamed, String name, List<FormProblem> problems, HttpStatus status) {
        ModelAndView list = new ModelAndView("workflow/saved");
        list.setStatus(status);
        list.addObject("saved", saved.of(actor));
        list.addObject("renamed", renamed);
        list.addObject("name", name);
        list.addObject("problems", problems);
        return list;
    }

    private static List<FormProblem> problems(String field, Refused refused) {
        return refused.reasons().stream()
                .map(reason -> new FormProblem(field, reason))
                .toList();
    }
}
