package org.contractethics.record.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.record.internal.ActorNames;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.internal.erasure.ErasingPeople;
import org.contractethics.record.internal.erasure.ErasureRequest;
import org.contractethics.record.internal.erasure.Extent;
import org.contractethics.record.internal.erasure.OpenErasure;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for the erasure of a person from the record, and deciding on it as a second person. No answer names the person again. */
@Controller
class ErasurePages {

    private static final String PAGE = "/audit/erasures";

    private final ErasingPeople erasing;
    private final ReadingRules rules;
    private final ActorNames actors;

    ErasurePages(ErasingPeople erasing, ReadingRules rules, ActorNames actors) {
        this.erasing = erasing;
        this.rules = rules;
        this.actors = actors;
    }

    /** The form as it was sent. */
    record ErasureForm(
            @Nullable String account, @Nullable String name, @Nullable String basis, @Nullable String reason) {

        static final ErasureForm EMPTY = new ErasureForm("", "", "", "");

        ErasureRequest toRequest() {
            ErasureBasis chosen = Arrays.stream(ErasureBasis.values())
                    .filter(one -> one.name().equals(basis))
                    .findFirst()
                    .orElse(null);
            return new ErasureRequest(typed(account), typed(name), chosen, typed(reason));
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** One erasure that waits, as its page shows it. */
    record Waiting(OpenErasure erasure, Extent extent, String requestedBy, boolean mayDecide) {}

    @GetMapping(PAGE)
    ModelAndView page(Actor viewer) {
        return page(ErasureForm.EMPTY, List.of(), HttpStatus.OK, viewer);
    }

    @PostMapping(PAGE)
    ModelAndView request(ErasureForm form, Actor actor, RedirectAttributes next) {
        try {
            erasing.request(form.toRequest(), actor);
        } catch (Refused refused) {
            return page(
                    form, problems(refused), HttpStatus.valueOf(refused.kind().status()), actor);
        }
        next.addFlashAttribute("message", "Asked for. Nothing is erased until somebody else approves it.");
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping(PAGE + "/{id}/approve")
    ModelAndView approve(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        return deciding(actor, () -> {
            erasing.approve(id, actor);
            next.addFlashAttribute("message", "Erased. The record says so, and every earlier proof still holds.");
        });
    }

    @PostMapping(PAGE + "/{id}/decline")
    ModelAndView decline(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        return deciding(actor, () -> {
            erasing.decline(id, actor);
            next.addFlashAttribute("message", "Declined. Nothing was erased.");
        });
    }

    private ModelAndView deciding(Actor actor, Runnable decision) {
        try {
            decision.run();
            return new ModelAndView("redirect:" + PAGE);
        } catch (Refused refused) {
            HttpStatus status = HttpStatus.valueOf(refused.kind().status());
            return page(ErasureForm.EMPTY, problems(refused), status, actor);
        }
    }

    private static List<FormProblem> problems(Refused refused) {
        return refused.fields().isEmpty()
                ? refused.reasons().stream()
                        .map(reason -> new FormProblem("erasures", reason))
                        .toList()
                : refused.fields();
    }

    private ModelAndView page(ErasureForm form, List<FormProblem> problems, HttpStatus status, Actor viewer) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("Erasures are read by auditors, the board committee and the ombuds.");
        }
        ModelAndView page = new ModelAndView("record/erasures");
        page.setStatus(status);
        page.addObject(
                "waiting",
                erasing.open().stream().map(one -> waiting(one, viewer)).toList());
        page.addObject("decided", erasing.decided());
        page.addObject("mayAsk", erasing.mayErase(viewer));
        page.addObject("bases", bases());
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    private Waiting waiting(OpenErasure erasure, Actor viewer) {
        return new Waiting(
                erasure,
                erasing.extent(erasure),
                actors.name(erasure.requestedBy()),
                erasing.mayDecide(erasure, viewer));
    }

    private static Map<String, String> bases() {
        return Arrays.stream(ErasureBasis.values())
                .collect(Collectors.toMap(Enum::name, ErasureBasis::label, (one, other) -> one, LinkedHashMap::new));
    }
}
