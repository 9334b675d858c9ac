package org.contractethics.review.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.panel.Absence;
import org.contractethics.review.internal.panel.Absences;
import org.contractethics.review.internal.panel.DeclaringAbsence;
import org.contractethics.review.internal.panel.DeclaringAbsence.NewAbsence;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
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

/** When somebody is away, and who does their tasks meanwhile. */
@Controller
@RequestMapping("/absence")
class AbsencePages {

    private final DeclaringAbsence declaring;
    private final Absences absences;
    private final PeopleDirectory people;

    AbsencePages(DeclaringAbsence declaring, Absences absences, PeopleDirectory people) {
        this.declaring = declaring;
        this.absences = absences;
        this.people = people;
    }

    /** @param other the delegate of an own absence, or whose tasks the viewer may do */
    public record AbsenceRow(UUID id, String other, LocalDate from, LocalDate until, String state, boolean open) {}

    @GetMapping
    ModelAndView absence(Actor actor) {
        return page(FormValues.none(), List.of(), HttpStatus.OK, actor);
    }

    @PostMapping
    Object declare(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        NewAbsence absence = new NewAbsence(values.date("from"), values.date("until"), values.text("delegate"));
        List<FormProblem> problems = declaring.problems(absence, actor);
        if (!problems.isEmpty()) {
            return page(values, problems, HttpStatus.UNPROCESSABLE_CONTENT, actor);
        }
        declaring.declare(absence, actor);
        redirect.addFlashAttribute("message", "Your absence is entered. It ends by itself.");
        return "redirect:/absence";
    }

    @PostMapping("/{absenceId}/withdraw")
    String withdraw(@PathVariable UUID absenceId, Actor actor, RedirectAttributes redirect) {
        declaring.withdraw(absenceId, actor);
        redirect.addFlashAttribute("message", "The absence is withdrawn.");
        return "redirect:/absence";
    }

    private ModelAndView page(FormValues values, List<FormProblem> problems, HttpStatusCode status, Actor actor) {
        ModelAndView page = new ModelAndView("review/absence");
        page.setStatus(status);
        page.addObject("problems", problems);
        page.addObject("values", values);
        page.addObject(
                "mine",
                absences.of(actor.username()).stream()
                        .map(absence -> row(
                                absence,
                                absence.delegate() == null
                                        ? "Nobody, the tasks wait"
                                        : people.displayName(absence.delegate())))
                        .toList());
        page.addObject(
                "standingIn",
                absences.coveredBy(actor.username()).stream()
                        .filter(absence -> absence.open(declaring.today()))
                        .map(absence -> row(absence, people.displayName(absence.person())))
                        .toList());
        page.addObject(
                "section",
                Section.of(
                        "Enter an absence",
                        null,
                        Field.date("from", "First day", null, true),
                        Field.date("until", "Last day", "This day is included.", true),
                        Field.select(
                                "delegate",
                                "Who does your tasks meanwhile",
                                delegates(actor),
                                "Somebody who holds a role of yours. Without one your tasks wait; you can also return them to the others in your inbox.",
                                false)));
        return page;
    }

    private Map<String, String> delegates(Actor actor) {
        Map<String, String> delegates = Field.choices();
        declaring.delegates(actor).forEach(person -> delegates.put(person.username(), person.displayName()));
        return delegates;
    }

    private AbsenceRow row(Absence absence, String other) {
        LocalDate today = declaring.today();
        return new AbsenceRow(
                absence.id(),
                other,
                absence.from(),
                absence.until(),
                absence.stateOn(today).label(),
                absence.open(today));
    }
}
