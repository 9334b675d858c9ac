package org.contractethics.workflow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.calendar.HolidayCalendar;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.workflow.internal.ChangingTargets;
import org.contractethics.workflow.internal.ChangingTargets.Form;
import org.contractethics.workflow.internal.TargetBook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Targets": how many working days each stage has in each tier, who changed that and why, and which days are working days. */
@Controller
class TargetPages {

    private static final int HOLIDAYS_SHOWN = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMM yyyy", Locale.ENGLISH);

    private final TargetBook targets;
    private final ChangingTargets changing;
    private final HolidayCalendar calendar;
    private final WorkingDays days;
    private final PeopleDirectory people;
    private final Clock clock;

    TargetPages(
            TargetBook targets,
            ChangingTargets changing,
            HolidayCalendar calendar,
            WorkingDays days,
            PeopleDirectory people,
            Clock clock) {
        this.targets = targets;
        this.changing = changing;
        this.calendar = calendar;
        this.days = days;
        this.people = people;
        this.clock = clock;
    }

    /** A holiday as it is shown. */
    record Holiday(String day, String name) {}

    /** A change as it is shown. */
    record Shown(TargetBook.Change change, String person) {}

    @GetMapping("/targets")
    ModelAndView page(Actor viewer) {
        return page(Form.EMPTY, List.of(), viewer);
    }

    @PostMapping("/targets")
    ModelAndView change(
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes next) {
        Form form = new Form(step, tier, days, reason);
        List<FormProblem> problems = changing.problems(form);
        if (!problems.isEmpty()) {
            return page(form, problems, actor);
        }
        changing.change(form, actor);
        next.addFlashAttribute(
                "message", "The target is changed. It holds for tasks that open from now on; this is recorded.");
        return new ModelAndView("redirect:/targets");
    }

    private ModelAndView page(Form form, List<FormProblem> problems, Actor viewer) {
        ModelAndView page = new ModelAndView("workflow/targets");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("lines", targets.lines());
        page.addObject("tiers", TargetBook.TIERS);
        page.addObject(
                "history",
                targets.history().stream()
                        .map(change -> new Shown(change, people.displayName(change.changedBy())))
                        .toList());
        page.addObject("changes", ChangingTargets.mayChange(viewer));
        page.addObject("steps", TargetBook.STEPS);
        page.addObject("tierChoices", tierChoices());
        page.addObject("form", form);
        page.addObject("problems", problems);
        page.addObject("calendar", calendar);
        page.addObject("holidays", coming());
        return page;
    }

    private List<Holiday> coming() {
        return calendar.days().tailMap(LocalDate.now(clock.withZone(days.zone())), true).entrySet().stream()
                .limit(HOLIDAYS_SHOWN)
                .map(holiday -> new Holiday(DAY.format(holiday.getKey()), holiday.getValue()))
                .toList();
    }

    private static Map<String, String> tierChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "All tiers without a target of their own");
        TargetBook.TIERS.forEach(tier -> choices.put(tier, tier));
        return choices;
    }
}
