package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageResult;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The answer to a form whose stage was finished, claimed or left by others meanwhile: what was typed is shown to copy, beside
 * who did what when.
 */
@Component
class StaleForms {

    private final StageResults results;
    private final StageTasks tasks;
    private final PeopleDirectory people;
    private final CaseFacts facts;

    StaleForms(StageResults results, StageTasks tasks, PeopleDirectory people, CaseFacts facts) {
        this.results = results;
        this.tasks = tasks;
        this.people = people;
        this.facts = facts;
    }

    /** @param sections of the form, or of those fields of it that are known without the stage being open */
    ModelAndView page(Open was, Stage stage, List<Section> sections, FormValues values, Refused refused) {
        ReviewCase review = was.review();
        ModelAndView page = new ModelAndView("review/stale");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("review", review);
        page.addObject("contract", was.contract());
        page.addObject("stage", stage);
        page.addObject("reasons", refused.reasons());
        page.addObject("declaration", refused instanceof UndeclaredInterests undeclared ? undeclared.page() : null);
        page.addObject("typed", typed(sections, values));
        page.addObject("standing", standing(review, stage));
        page.addObject("facts", facts.beside(review, was.contract(), was.actor()));
        return page;
    }

    static Statement typed(List<Section> sections, FormValues values) {
        Statement.Builder typed = Statement.titled("What you typed");
        sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.kind() != Field.Kind.HIDDEN
                        && !values.list(field.id()).isEmpty())
                .forEach(field -> typed.line(field.label(), field.shown(values)));
        return typed.build();
    }

    /** Every value under its own name, where the form can no longer be built. */
    static List<Section> plain(FormValues values) {
        List<Field> fields = new ArrayList<>();
        values.all().keySet().forEach(name -> fields.add(Field.text(name, ReviewWords.plain(name), null, false)));
        return List.of(Section.of("", null, fields));
    }

    private Statement standing(ReviewCase review, Stage stage) {
        Statement.Builder standing = Statement.titled("Where this stands now");
        results.of(review.id()).stream()
                .filter(result -> result.stage() == stage)
                .reduce((earlier, later) -> later)
                .ifPresent(done -> standing.line("Finished by", finished(done, review)));
        Optional<StageTask> open = tasks.open(review.id(), stage);
        open.ifPresent(task -> standing.line("Held by", holder(task)));
        if (open.isEmpty()) {
            String waiting = tasks.open(review.id()).stream()
                    .map(task -> task.stage().label() + " (" + holder(task) + ")")
                    .collect(Collectors.joining("; "));
            standing.line("Open now", waiting.isEmpty() ? "Nothing" : waiting);
        }
        return standing.build();
    }

    private String finished(StageResult done, ReviewCase review) {
        return people.displayName(done.actor()) + ", " + Times.words(done.completedAt())
                + (done.pass() == review.pass() ? "" : ", in an earlier pass");
    }

    private String holder(StageTask task) {
        if (task.stage().shared()) {
            return "the whole panel";
        }
        String person = task.assignee();
        return person == null ? "nobody yet" : people.displayName(person);
    }
}
