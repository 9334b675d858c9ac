package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageResult;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.residual.CountersigningResidual;
import org.contractethics.review.internal.residual.CountersigningResidual.View;
import org.contractethics.review.internal.residual.CountersigningResidual.Words;
import org.contractethics.review.internal.residual.ResidualCountersignature;
import org.contractethics.review.web.EvidenceFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
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

/** What mitigation leaves beside what was assessed: read by those who take part, countersigned or refused by another reviewer. */
@Controller
@RequestMapping("/reviews/{reviewId}/residual-severity")
class ResidualPages {

    private final CountersigningResidual countersigning;
    private final StageResults results;
    private final StageStatements statements;
    private final ResidualWords words;
    private final EvidenceFrame frame;

    ResidualPages(
            CountersigningResidual countersigning,
            StageResults results,
            StageStatements statements,
            ResidualWords words,
            EvidenceFrame frame) {
        this.countersigning = countersigning;
        this.results = results;
        this.statements = statements;
        this.words = words;
        this.frame = frame;
    }

    @GetMapping
    ModelAndView read(@PathVariable ReviewId reviewId, Model model, Actor viewer) {
        return page(frame.readable(reviewId, viewer), Typed.before(DeclarationForm.typedBefore(model)), viewer);
    }

    @PostMapping
    Object say(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReviewCase review = frame.readable(reviewId, actor);
        FormValues values = new FormValues(sent);
        boolean open = countersigning.seenBy(review, actor).open();
        Optional<ModelAndView> undeclared =
                open ? frame.undeclared(review, Onward.RESIDUAL, values, actor) : Optional.empty();
        if (undeclared.isPresent()) {
            return undeclared.get();
        }
        Words said = new Words(values.flag("agreed"), values.text("reasons"), values.text("seen"));
        List<FormProblem> problems = countersigning.problems(said);
        if (!problems.isEmpty() && open) {
            return page(review, Typed.wrong(values, problems), actor);
        }
        try {
            countersigning.say(reviewId, said, actor);
        } catch (Refused refused) {
            return page(review, Typed.late(values, refused), actor);
        }
        next.addFlashAttribute(
                "message",
                Boolean.TRUE.equals(said.agreed())
                        ? "You countersigned the residual severity. The vote is about it."
                        : "You refused. The vote is about the assessed severity.");
        return "redirect:/reviews/" + reviewId + "/residual-severity";
    }

    private ModelAndView page(ReviewCase review, Typed typed, Actor viewer) {
        View view = countersigning.seenBy(review, viewer);
        ModelAndView page = frame.page("review/residual", review, typed, Onward.RESIDUAL, viewer);
        page.addObject("statements", told(review, view));
        page.addObject("waits", view.lowered() && view.standing() == null);
        page.addObject("form", view.open() ? List.of(form()) : List.of());
        // whoever sends again after somebody was faster has read what this page says now
        page.addObject("seen", view.basis());
        return page;
    }

    private List<Statement> told(ReviewCase review, View view) {
        List<Statement> told = new ArrayList<>();
        VoteRound round = view.round();
        if (round != null) {
            told.addAll(words.beside(review, round));
        }
        ResidualCountersignature standing = view.standing();
        if (standing != null) {
            told.add(signed("What was said of it", standing));
        }
        mitigation(review).map(statements::of).ifPresent(told::add);
        view.earlier().forEach(one -> told.add(signed("Counts no longer: pass " + one.pass(), one)));
        return told;
    }

    private Statement signed(String title, ResidualCountersignature one) {
        return Statement.titled(title)
                .line(one.agreed() ? "Countersigned" : "Refused", words.signed(one))
                .line("Reasons", one.reasons())
                .build();
    }

    private Optional<StageResult> mitigation(ReviewCase review) {
        return results.of(review.id()).stream()
                .filter(result -> result.pass() == review.pass() && result.form() instanceof Mitigation)
                .findFirst()
                .or(() -> results.carriedOver(review.id(), review.pass()).stream()
                        .filter(result -> result.form() instanceof Mitigation)
                        .findFirst());
    }

    private static Section form() {
        return Section.of(
                "Countersign residual severity",
                "You did not write the mitigation. Say whether what it leaves holds: it counts with your name, and stays as it is.",
                Field.radios(
                        "agreed",
                        "Does the residual severity hold?",
                        Field.choices("yes", "Yes, I countersign it", "no", "No, the assessed severity counts"),
                        null,
                        true),
                Field.area(
                        "reasons",
                        "Reasons",
                        "Which measures you looked at, and what convinced you or did not. At least 30 characters.",
                        true,
                        5));
    }
}
