package org.contractethics.review.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AssessmentDraft;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.review.internal.DraftingAssessment;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.PolicyOfReview;
import org.contractethics.review.internal.RecordingAssessment;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.StaleDraft;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
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

/** S6: all rights are marked, each touched one is described on a page of its own, and the draft is kept meanwhile. */
@Controller
@RequestMapping("/reviews/{reviewId}/stages/assessment")
class AssessmentPages {

    private final StageWork work;
    private final DraftingAssessment drafting;
    private final RecordingAssessment recording;
    private final ImpactForm impactForm;
    private final AssessmentRows rows;
    private final CaseFacts facts;
    private final PolicyOfReview policies;
    private final StaleForms staleForms;
    private final BesideForms besideForms;
    private final CarriedViews carried;
    private final AssessmentCheck check;

    AssessmentPages(
            StageWork work,
            DraftingAssessment drafting,
            RecordingAssessment recording,
            ImpactForm impactForm,
            AssessmentRows rows,
            CaseFacts facts,
            PolicyOfReview policies,
            StaleForms staleForms,
            BesideForms besideForms,
            CarriedViews carried,
            AssessmentCheck check) {
        this.work = work;
        this.drafting = drafting;
        this.recording = recording;
        this.impactForm = impactForm;
        this.rows = rows;
        this.facts = facts;
        this.policies = policies;
        this.staleForms = staleForms;
        this.besideForms = besideForms;
        this.carried = carried;
        this.check = check;
    }

    @GetMapping
    ModelAndView overview(@PathVariable ReviewId reviewId, Actor actor) {
        return (ModelAndView) answered(reviewId, review -> List.of(), FormValues.none(), actor, () -> {
            Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
            return overview(open, drafting.draft(open.review()), null, List.of(), HttpStatus.OK);
        });
    }

    @PostMapping("/marks")
    Object mark(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        return answered(reviewId, rows::sections, values, actor, () -> {
            Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
            Marks marks = rows.marks(open.review(), values);
            List<FormProblem> wrong = drafting.problems(marks);
            if (!wrong.isEmpty()) {
                return overview(open, typed(open, marks), null, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            try {
                drafting.mark(reviewId, marks, seen(values), actor);
            } catch (StaleDraft stale) {
                AssessmentDraft stored = drafting.draft(open.review());
                AssessmentDraft typed = typed(open, marks);
                return overview(
                        open, typed, rows.stored(open.review(), stored, typed), problems(stale), HttpStatus.CONFLICT);
            }
            return marked(open, values, redirect);
        });
    }

    private Object marked(Open open, FormValues values, RedirectAttributes redirect) {
        if (!values.text("then").equals("check")) {
            redirect.addFlashAttribute("message", saved(open, values));
            return "redirect:/reviews/" + open.review().id() + "/stages/assessment";
        }
        AssessmentDraft draft = drafting.draft(open.review());
        List<FormProblem> problems = recording.problems(open.review(), draft);
        if (!problems.isEmpty()) {
            return overview(open, draft, null, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return check.page(open, draft, List.of());
    }

    private String saved(Open open, FormValues values) {
        boolean rest = values.text("then").equals("rest");
        return "The draft is saved." + (rest ? rows.leftOpen(open.review(), drafting.draft(open.review())) : "");
    }

    @GetMapping("/rights/{right}")
    ModelAndView right(@PathVariable ReviewId reviewId, @PathVariable String right, Actor actor) {
        return (ModelAndView) answered(reviewId, review -> List.of(), FormValues.none(), actor, () -> {
            Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
            Impact written = drafting.draft(open.review()).impacts().get(right);
            FormValues values = written == null ? FormValues.none() : impactForm.values(written);
            return impact(open, right, values, null, List.of(), HttpStatus.OK);
        });
    }

    @PostMapping("/rights/{right}")
    Object write(
            @PathVariable ReviewId reviewId,
            @PathVariable String right,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        return answered(reviewId, impactForm::sections, values, actor, () -> {
            Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
            Impact impact =
                    impactForm.impact(open.contract().id(), known(open, right).code(), values);
            List<FormProblem> problems = drafting.problems(impact);
            if (!problems.isEmpty()) {
                return impact(open, right, values, null, problems, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            try {
                drafting.write(reviewId, impact, seen(values), actor);
            } catch (StaleDraft stale) {
                Statement stored = rows.stored(drafting.draft(open.review()), right);
                return impact(open, right, values, stored, problems(stale), HttpStatus.CONFLICT);
            }
            redirect.addFlashAttribute(
                    "message",
                    right + " is described. Severity by the table: "
                            + ReviewWords.plain(
                                    recording.severity(open.review(), impact).name()) + ".");
            return "redirect:/reviews/" + reviewId + "/stages/assessment";
        });
    }

    @PostMapping
    Object send(
            @PathVariable ReviewId reviewId,
            @RequestParam(defaultValue = "") String checked,
            Actor actor,
            RedirectAttributes redirect) {
        return answered(reviewId, review -> List.of(), FormValues.none(), actor, () -> {
            Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
            try {
                recording.record(reviewId, checked, actor);
            } catch (StaleDraft stale) {
                AssessmentDraft now = drafting.draft(open.review());
                return recording.problems(open.review(), now).isEmpty()
                        ? check.page(open, now, problems(stale))
                        : overview(open, now, null, problems(stale), HttpStatus.CONFLICT);
            }
            redirect.addFlashAttribute("message", "The assessment is recorded.");
            return "redirect:/contracts/" + open.contract().id();
        });
    }

    private Object answered(
            ReviewId id,
            Function<ReviewCase, List<Section>> sections,
            FormValues values,
            Actor actor,
            Supplier<Object> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            boolean toDeclare =
                    refused instanceof UndeclaredInterests && values.all().isEmpty();
            if (refused.kind() != Refused.Kind.CONFLICT || toDeclare) {
                throw refused;
            }
            Open was = work.past(id, Stage.ASSESSMENT, actor);
            return staleForms.page(was, Stage.ASSESSMENT, sections.apply(was.review()), values, refused);
        }
    }

    private static List<FormProblem> problems(StaleDraft stale) {
        return List.of(new FormProblem("main", String.join(" ", stale.reasons())));
    }

    private AssessmentDraft typed(Open open, Marks marks) {
        return drafting.draft(open.review()).typed(marks);
    }

    private static int seen(FormValues values) {
        Integer seen = values.number("seen");
        return seen == null ? 0 : seen;
    }

    private ModelAndView overview(
            Open open,
            AssessmentDraft draft,
            @Nullable Statement stored,
            List<FormProblem> problems,
            HttpStatusCode status) {
        ModelAndView page = common(new ModelAndView("review/assessment"), open);
        page.setStatus(status);
        page.addObject("draft", draft);
        page.addObject("stored", stored);
        page.addObject("rights", rows.rights(open.review(), draft));
        page.addObject("impacts", rows.impacts(open.review(), recording.rate(open.review(), draft)));
        page.addObject("carried", carried.rights(open.review(), open.actor()));
        page.addObject("problems", problems);
        page.addObject("facts", facts.beside(open.review(), open.contract(), open.actor()));
        page.addObject("beside", besideForms.of(open));
        return page;
    }

    private ModelAndView impact(
            Open open,
            String right,
            FormValues values,
            @Nullable Statement stored,
            List<FormProblem> problems,
            HttpStatusCode status) {
        ModelAndView page = common(new ModelAndView("review/impact"), open);
        page.setStatus(status);
        page.addObject("right", known(open, right));
        page.addObject("stored", stored);
        page.addObject("seen", drafting.draft(open.review()).version(right));
        page.addObject("values", values);
        page.addObject("sections", impactForm.sections(open.review()));
        page.addObject("problems", problems);
        page.addObject("facts", facts.beside(open.review(), open.contract(), open.actor()));
        page.addObject("beside", besideForms.of(open));
        return page;
    }

    static ModelAndView common(ModelAndView page, Open open) {
        page.addObject("review", open.review());
        page.addObject("contract", open.contract());
        page.addObject("task", open.task());
        page.addObject("stage", Stage.ASSESSMENT);
        return page;
    }

    private HumanRight known(Open open, String right) {
        return policies.of(open.review())
                .right(right)
                .orElseThrow(() -> Refused.notFound("There is no such right in the catalogue."));
    }
}
