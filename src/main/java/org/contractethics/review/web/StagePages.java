package org.contractethics.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a stage, its check page, and sending it. What may be done is decided by the use case, never here. */
@Controller
@RequestMapping("/reviews/{reviewId}/stages/{taskKey}")
class StagePages {

    private final Map<Stage, StageForms> forms;
    private final StageWork work;
    private final CaseFacts facts;
    private final VoteSide voteSide;
    private final StaleForms staleForms;
    private final BesideForms besideForms;

    StagePages(
            List<StageForms> forms,
            StageWork work,
            CaseFacts facts,
            VoteSide voteSide,
            StaleForms staleForms,
            BesideForms besideForms) {
        this.forms = forms.stream().collect(Collectors.toMap(StageForms::stage, Function.identity()));
        this.work = work;
        this.facts = facts;
        this.voteSide = voteSide;
        this.staleForms = staleForms;
        this.besideForms = besideForms;
    }

    @GetMapping
    Object form(@PathVariable ReviewId reviewId, @PathVariable String taskKey, Actor actor) {
        StageForms form = find(taskKey);
        return answered(form, reviewId, FormValues.none(), actor, () -> {
            Open open = work.look(reviewId, form.stage(), actor);
            if (form.stage() == Stage.VOTE && !voteSide.mayVote(reviewId, actor)) {
                return voteSide.voted(open);
            }
            return page(form, open, form.initial(open), List.of(), HttpStatus.OK);
        });
    }

    @PostMapping("/check")
    Object check(
            @PathVariable ReviewId reviewId,
            @PathVariable String taskKey,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor) {
        StageForms form = find(taskKey);
        FormValues values = new FormValues(sent);
        return answered(form, reviewId, values, actor, () -> {
            Open open = work.look(reviewId, form.stage(), actor);
            if (values.has("change")) {
                return page(form, open, values.without("change"), List.of(), HttpStatus.OK);
            }
            if (values.has("more")) {
                String counter = values.text("more");
                values.without("more").with(counter, values.count(counter, 1) + 1);
                return page(form, open, values, List.of(), HttpStatus.OK);
            }
            List<FormProblem> problems = problems(form, open, values);
            return problems.isEmpty()
                    ? checkPage(form, open, values)
                    : page(form, open, values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    @PostMapping
    Object send(
            @PathVariable ReviewId reviewId,
            @PathVariable String taskKey,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        StageForms form = find(taskKey);
        FormValues values = new FormValues(sent);
        return answered(form, reviewId, values, actor, () -> {
            Open open = work.look(reviewId, form.stage(), actor);
            List<FormProblem> problems = problems(form, open, values);
            if (!problems.isEmpty()) {
                return page(form, open, values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            redirect.addFlashAttribute("message", form.send(open, values));
            return "redirect:/contracts/" + open.contract().id();
        });
    }

    /** Whatever is refused because others were faster, what was typed is not lost. */
    private Object answered(StageForms form, ReviewId id, FormValues values, Actor actor, Supplier<Object> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.CONFLICT && refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            if (refused instanceof UndeclaredInterests && values.all().isEmpty()) {
                throw refused;
            }
            return stillTheirs(form, id, values, actor)
                    .map(open -> page(
                            form,
                            open,
                            form.again(open, values),
                            refused.reasons().stream()
                                    .map(reason -> new FormProblem("main", reason))
                                    .toList(),
                            HttpStatus.valueOf(refused.kind().status())))
                    .orElseGet(() -> stale(form, id, values, actor, refused));
        }
    }

    private Optional<Open> stillTheirs(StageForms form, ReviewId id, FormValues values, Actor actor) {
        try {
            boolean nothingTyped = values.all().isEmpty();
            boolean voted = form.stage() == Stage.VOTE && !voteSide.mayVote(id, actor);
            return nothingTyped || voted ? Optional.empty() : Optional.of(work.look(id, form.stage(), actor));
        } catch (Refused gone) {
            return Optional.empty();
        }
    }

    private ModelAndView stale(StageForms form, ReviewId id, FormValues values, Actor actor, Refused refused) {
        Open was = work.past(id, form.stage(), actor);
        List<Section> sections;
        try {
            sections = values.all().isEmpty() ? List.of() : form.sections(was, values);
        } catch (Refused notOpen) {
            sections = StaleForms.plain(values);
        }
        return staleForms.page(was, form.stage(), sections, values, refused);
    }

    private static List<FormProblem> problems(StageForms form, Open open, FormValues values) {
        return Section.together(Section.unreadable(form.sections(open, values), values), form.problems(open, values));
    }

    private StageForms find(String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .map(forms::get)
                .filter(form -> form != null)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such stage."));
    }

    private ModelAndView page(
            StageForms form, Open open, FormValues values, List<FormProblem> problems, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("review/stage");
        page.setStatus(status);
        page.addObject("problems", problems);
        page.addObject("facts", facts.beside(open.review(), open.contract(), open.actor()));
        page.addObject("beside", besideForms.of(open));
        page.addObject("position", form.stage() == Stage.VOTE ? voteSide.position(open.review(), open.actor()) : null);
        return common(page, form, open, values);
    }

    private ModelAndView checkPage(StageForms form, Open open, FormValues values) {
        return common(new ModelAndView("review/check"), form, open, values);
    }

    private static ModelAndView common(ModelAndView page, StageForms form, Open open, FormValues values) {
        page.addObject("stage", form.stage());
        page.addObject("act", form.act());
        page.addObject("review", open.review());
        page.addObject("contract", open.contract());
        page.addObject("task", open.task());
        page.addObject("values", values);
        page.addObject("sections", form.sections(open, values));
        page.addObject("consequences", form.consequences(open, values));
        return page;
    }
}
