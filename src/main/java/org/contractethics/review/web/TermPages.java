package org.contractethics.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.internal.panel.KeepingTerms;
import org.contractethics.review.internal.panel.KeepingTerms.NewTerm;
import org.contractethics.review.internal.panel.PanelTerm;
import org.contractethics.review.internal.panel.PanelTerm.Basis;
import org.contractethics.review.internal.panel.PanelTerms;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
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

/** The panel as a whole: who can be drawn, for which term, and when it meets. */
@Controller
@RequestMapping("/panel")
class TermPages {

    private final KeepingTerms keeping;
    private final PanelTerms terms;
    private final MeetingViews meetings;
    private final PeopleDirectory people;
    private final Clock clock;

    TermPages(KeepingTerms keeping, PanelTerms terms, MeetingViews meetings, PeopleDirectory people, Clock clock) {
        this.keeping = keeping;
        this.terms = terms;
        this.meetings = meetings;
        this.people = people;
        this.clock = clock;
    }

    /** @param state Runs, Not yet begun, Over, or Ended early */
    public record TermRow(
            UUID id,
            String name,
            String role,
            LocalDate from,
            LocalDate until,
            String chosen,
            String state,
            boolean mayEnd) {}

    @GetMapping
    ModelAndView panel(Actor actor) {
        return page(FormValues.none(), List.of(), HttpStatus.OK, actor);
    }

    @PostMapping("/terms")
    Object add(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        NewTerm term = new NewTerm(
                values.text("person"),
                values.constant("role", Role.class),
                values.date("from"),
                values.date("until"),
                values.constant("basis", Basis.class),
                values.text("chosen-by"));
        List<FormProblem> problems = keeping.problems(term, actor);
        if (!problems.isEmpty()) {
            return page(values, problems, HttpStatus.UNPROCESSABLE_CONTENT, actor);
        }
        keeping.add(term, actor);
        redirect.addFlashAttribute("message", "The term is entered.");
        return "redirect:/panel";
    }

    @GetMapping("/terms/{termId}/end")
    ModelAndView ending(@PathVariable UUID termId) {
        return endPage(termId, FormValues.none(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/terms/{termId}/end")
    Object end(
            @PathVariable UUID termId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        if (values.text("reason").isEmpty()) {
            List<FormProblem> problems = List.of(new FormProblem("reason", "Give the reason. It is recorded."));
            return endPage(termId, values, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        keeping.end(termId, values.text("reason"), actor);
        redirect.addFlashAttribute("message", "The term ended today.");
        return "redirect:/panel";
    }

    private ModelAndView endPage(UUID id, FormValues values, List<FormProblem> problems, HttpStatusCode status) {
        PanelTerm term = terms.all().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such term."));
        ModelAndView page = new ModelAndView("review/term-end");
        page.setStatus(status);
        page.addObject("term", row(term, today()));
        page.addObject("values", values);
        page.addObject("problems", problems);
        page.addObject(
                "section",
                Section.of(
                        "Why the term ends early",
                        "For reviews that are opened from tomorrow on the person is not drawn in this role. Reviews that are open draw"
                                + " as before, and panels they sit on keep them. The person and the board committee are told.",
                        Field.area("reason", "Reason", "It is recorded.", true, 3)));
        return page;
    }

    private ModelAndView page(FormValues values, List<FormProblem> problems, HttpStatusCode status, Actor actor) {
        List<PanelTerm> all = terms.all();
        Set<Role> kept =
                all.stream().map(PanelTerm::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        ModelAndView page = new ModelAndView("review/terms");
        page.setStatus(status);
        page.addObject("terms", all.stream().map(term -> row(term, today())).toList());
        page.addObject("byTerm", labels(kept));
        page.addObject(
                "byRole",
                labels(KeepingTerms.ROLES.stream()
                        .filter(role -> !kept.contains(role))
                        .collect(Collectors.toSet())));
        page.addObject("meetings", meetings.latest(actor));
        page.addObject("chair", actor.has(Role.PANEL_CHAIR));
        page.addObject("values", values);
        page.addObject("problems", problems);
        page.addObject("section", form());
        return page;
    }

    private Section form() {
        Map<String, String> roles = Field.choices();
        KeepingTerms.ROLES.forEach(role -> roles.put(role.name(), role.label()));
        Map<String, String> bases = Field.choices();
        for (Basis basis : Basis.values()) {
            bases.put(basis.name(), basis.label());
        }
        return Section.of(
                "Enter a term",
                null,
                Field.select("person", "Person", candidates(), null, true),
                Field.select("role", "Is drawn as", roles, null, true),
                Field.date("from", "First day", null, true),
                Field.date("until", "Last day", "A term always ends. Whoever serves on enters a new one.", true),
                Field.select("basis", "How they came to it", bases, null, true),
                Field.text("chosen-by", "By whom", "For example the works council, or a lot among all staff.", true));
    }

    private Map<String, String> candidates() {
        Map<String, String> candidates = Field.choices();
        KeepingTerms.ROLES.stream()
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .forEach(person -> candidates.put(person.username(), person.displayName()));
        return candidates;
    }

    private TermRow row(PanelTerm term, LocalDate today) {
        String state = term.endedOn() != null
                ? "Ended early on " + Times.words(term.endedOn()) + ": " + term.endReason()
                : term.runsOn(today) ? "Runs" : today.isBefore(term.from()) ? "Not yet begun" : "Over";
        return new TermRow(
                term.id(),
                people.displayName(term.person()),
                term.role().label(),
                term.from(),
                term.until(),
                term.basis().label() + ", " + term.chosenBy(),
                state,
                term.endsAfter(today));
    }

    private static List<String> labels(Set<Role> roles) {
        return roles.stream().map(Role::label).sorted().toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
