package org.contractethics.review.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.advice.Advice;
import org.contractethics.review.internal.advice.AdviceOfReview;
import org.contractethics.review.internal.advice.Element;
import org.contractethics.review.internal.advice.GivingAdvice;
import org.contractethics.review.internal.advice.GivingAdvice.Words;
import org.contractethics.review.internal.advice.Position;
import org.contractethics.review.web.EvidenceFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Advice on the elements of a contract: read, given, edited by its author, countersigned by others. */
@Controller
@RequestMapping("/reviews/{reviewId}/advice")
class AdvicePages {

    private final GivingAdvice giving;
    private final AdviceOfReview advice;
    private final EvidenceFrame frame;
    private final PeopleDirectory people;

    AdvicePages(GivingAdvice giving, AdviceOfReview advice, EvidenceFrame frame, PeopleDirectory people) {
        this.giving = giving;
        this.advice = advice;
        this.frame = frame;
        this.people = people;
    }

    /** @param element to begin from one's own advice on it */
    @GetMapping
    ModelAndView read(
            @PathVariable ReviewId reviewId,
            @RequestParam(defaultValue = "") String element,
            Model model,
            Actor viewer) {
        ReviewCase review = frame.readable(reviewId, viewer);
        FormValues typed = DeclarationForm.typedBefore(model);
        if (!typed.all().isEmpty()) {
            return page(review, Typed.before(typed), viewer);
        }
        Typed mine = mine(review, element, viewer).map(AdvicePages::written).orElse(Typed.nothing());
        return page(review, mine, viewer);
    }

    private Optional<Advice> mine(ReviewCase review, String element, Actor viewer) {
        return advice.get(review, viewer).given().stream()
                .filter(one -> one.element().name().equals(element))
                .flatMap(one -> one.advice().stream())
                .filter(one -> one.author().equals(viewer.username()))
                .findFirst();
    }

    private static Typed written(Advice mine) {
        FormValues values = FormValues.none()
                .with("element", mine.element().name())
                .with("position", mine.latest().position().name())
                .with("text", mine.latest().text())
                .with("seen", mine.latest().number())
                .with("editing", mine.element().name());
        return new Typed(values, List.of(), HttpStatus.OK);
    }

    @PostMapping
    Object give(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReviewCase review = frame.readable(reviewId, actor);
        FormValues values = new FormValues(sent);
        boolean open = advice.get(review, actor).open();
        Optional<ModelAndView> undeclared =
                open ? frame.undeclared(review, Onward.ADVICE, values, actor) : Optional.empty();
        if (undeclared.isPresent()) {
            return undeclared.get();
        }
        Words words = new Words(
                values.constant("element", Element.class),
                values.constant("position", Position.class),
                values.text("text"),
                seen(values));
        List<FormProblem> problems = giving.problems(words);
        if (!problems.isEmpty() && open) {
            return page(review, Typed.wrong(values, problems), actor);
        }
        try {
            giving.write(reviewId, words, actor);
        } catch (Refused refused) {
            mine(review, values.text("element"), actor)
                    .ifPresent(now -> values.with("seen", now.latest().number()).with("editing", now.element()));
            return page(review, Typed.late(values, refused), actor);
        }
        next.addFlashAttribute(
                "message",
                words.seen() == 0
                        ? "Your advice is saved."
                        : "Your advice is saved as a new version. Countersignatures of the earlier one are invalid.");
        return "redirect:/reviews/" + reviewId + "/advice";
    }

    /** The version that the form began from counts only for the element it is of. */
    private static int seen(FormValues values) {
        Integer seen = values.number("seen");
        return seen == null || !values.text("editing").equals(values.text("element")) ? 0 : seen;
    }

    @PostMapping("/{adviceId}/countersignature")
    Object countersign(
            @PathVariable ReviewId reviewId,
            @PathVariable UUID adviceId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReviewCase review = frame.readable(reviewId, actor);
        FormValues values = new FormValues(sent).with("countersigned", adviceId);
        Optional<ModelAndView> undeclared = advice.get(review, actor).open()
                ? frame.undeclared(review, Onward.ADVICE, values, actor)
                : Optional.empty();
        if (undeclared.isPresent()) {
            return undeclared.get();
        }
        Integer version = values.number("version");
        try {
            giving.countersign(reviewId, adviceId, version == null ? 0 : version, values.text("remark"), actor);
        } catch (Refused refused) {
            return page(review, Typed.late(values, refused), actor);
        }
        next.addFlashAttribute("message", "You countersigned the advice.");
        return "redirect:/reviews/" + reviewId + "/advice";
    }

    private ModelAndView page(ReviewCase review, Typed typed, Actor viewer) {
        AdviceView view = AdviceView.of(advice.get(review, viewer), viewer, people);
        ModelAndView page = frame.page("review/advice", review, typed, Onward.ADVICE, viewer);
        page.addObject("advice", view);
        page.addObject("form", view.open() ? List.of(form()) : List.of());
        return page;
    }

    private static Section form() {
        Map<String, String> elements = new LinkedHashMap<>();
        Arrays.stream(Element.values()).forEach(one -> elements.put(one.name(), one.label()));
        Map<String, String> positions = new LinkedHashMap<>();
        Arrays.stream(Position.values()).forEach(one -> positions.put(one.name(), one.label()));
        return Section.of(
                "Your advice",
                "On one element. It stays under your name; nobody else changes it. The panel reads it before it votes.",
                Field.select("element", "Element of the contract", elements, null, true),
                Field.radios("position", "Position", positions, null, true),
                Field.area("text", "Advice with its reasons", null, true, 5),
                Field.hidden("seen"),
                Field.hidden("editing"));
    }
}
