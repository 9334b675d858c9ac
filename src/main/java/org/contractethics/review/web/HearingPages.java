package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.measure.HoldingHearing;
import org.contractethics.review.internal.measure.HoldingHearing.Heard;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hearing of those who signed a concern, recorded by the chair or by who acts in the place of barred ones. */
@Controller
@RequestMapping("/contracts/{contractId}/hearings/{concernId}")
class HearingPages {

    private final HoldingHearing hearing;
    private final FollowUpFrame frame;

    HearingPages(HoldingHearing hearing, FollowUpFrame frame) {
        this.hearing = hearing;
        this.frame = frame;
    }

    @GetMapping
    ModelAndView form(@PathVariable ContractId contractId, @PathVariable ConcernId concernId, Actor chair) {
        return page(hearing.recordable(contractId, concernId, chair), concernId, Typed.nothing(), chair);
    }

    @PostMapping
    Object record(
            @PathVariable ContractId contractId,
            @PathVariable ConcernId concernId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor chair,
            RedirectAttributes next) {
        Contract contract = hearing.recordable(contractId, concernId, chair);
        FormValues values = new FormValues(sent);
        Heard heard =
                new Heard(values.text("account"), values.text("tier"), values.constant("higher-tier", Tier.class));
        List<FormProblem> problems = hearing.problems(contractId, heard);
        if (!problems.isEmpty()) {
            return page(contract, concernId, new Typed(values, problems), chair);
        }
        hearing.record(contractId, concernId, heard, chair);
        next.addFlashAttribute(
                "message",
                heard.higherTier() == null
                        ? "The hearing is recorded. The decision no longer waits for it."
                        : "The hearing is recorded. Nothing is approved below " + heard.higherTier() + ".");
        return "redirect:/contracts/" + contractId;
    }

    private ModelAndView page(Contract contract, ConcernId concern, Typed typed, Actor chair) {
        Section section = Section.of(
                "What was said",
                "Reviewers read it, and so do those who filed the concern. It cannot be changed.",
                Field.area("account", "Whom the panel heard, and what they said", "No names of employees.", true, 6),
                Field.select(
                        "higher-tier",
                        "Raise the tier to",
                        Field.choices("T2", "T2", "T3", "T3", "T4", "T4"),
                        "Leave this empty where it stays. A review that was triaged below goes back at once and is triaged anew, or by its"
                                + " votes where some are cast; an approval lapses.",
                        false),
                Field.area("tier", "Does the tier stay, or does it rise, and why?", null, true, 3));
        ActForm form =
                new ActForm("/contracts/" + contract.id() + "/hearings/" + concern, section, "Record the hearing");
        Content content = new Content("Record the hearing", contract.state().label(), List.of(), List.of(form));
        return frame.page(contract.id(), content, null, typed, chair);
    }
}
