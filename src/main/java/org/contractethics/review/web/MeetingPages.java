package org.contractethics.review.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.ContractRegister;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.PaperFormat;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.panel.CallingMeeting;
import org.contractethics.review.internal.panel.CallingMeeting.NewMeeting;
import org.contractethics.review.internal.panel.IssuingMinutes;
import org.contractethics.review.internal.panel.PanelMeeting;
import org.contractethics.review.internal.panel.PanelMinutes;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
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

/** Calling a meeting of the panel, its agenda, its minutes. */
@Controller
@RequestMapping("/panel/meetings")
class MeetingPages {

    private final CallingMeeting calling;
    private final IssuingMinutes issuing;
    private final MeetingViews views;
    private final ContractRegister contracts;
    private final PeopleDirectory people;

    MeetingPages(
            CallingMeeting calling,
            IssuingMinutes issuing,
            MeetingViews views,
            ContractRegister contracts,
            PeopleDirectory people) {
        this.calling = calling;
        this.issuing = issuing;
        this.views = views;
        this.contracts = contracts;
        this.people = people;
    }

    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "") String review, Actor actor) {
        return page(FormValues.none().with("cases", List.of(review)), List.of(), HttpStatus.OK, actor);
    }

    @PostMapping
    Object call(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        NewMeeting meeting = new NewMeeting(
                values.date("date"), time(values.text("time")), values.text("place"), reviews(values.list("cases")));
        List<FormProblem> problems = calling.problems(meeting, actor);
        if (!problems.isEmpty()) {
            return page(values, problems, HttpStatus.UNPROCESSABLE_CONTENT, actor);
        }
        UUID id = calling.call(meeting, actor);
        redirect.addFlashAttribute("message", "The meeting is called. Its members are told.");
        return "redirect:/panel/meetings/" + id;
    }

    private ModelAndView page(FormValues values, List<FormProblem> problems, HttpStatusCode status, Actor actor) {
        Map<String, String> cases = Field.choices();
        for (ReviewCase review : calling.waiting(actor)) {
            cases.put(
                    review.id().toString(),
                    contracts.get(review.contract()).reference() + " "
                            + contracts.get(review.contract()).title());
        }
        ModelAndView page = new ModelAndView("review/meeting-new");
        page.setStatus(status);
        page.addObject("problems", problems);
        page.addObject("values", values);
        page.addObject("empty", cases.isEmpty());
        page.addObject(
                "section",
                Section.of(
                        "When, where, about what",
                        null,
                        Field.date("date", "Day", null, true),
                        Field.text("time", "Time", "In UTC, for example 14:30.", true),
                        Field.text("place", "Place", "A room, or how to take part from afar.", true),
                        Field.checkboxes("cases", "Reviews", cases, "Reviews whose panel votes now.")));
        return page;
    }

    @GetMapping("/{meetingId}")
    String meeting(@PathVariable UUID meetingId, Actor actor, Model model) {
        PanelMeeting meeting = issuing.readable(meetingId, actor);
        model.addAttribute("meeting", views.view(meeting));
        model.addAttribute("mayIssue", issuing.mayIssue(meeting, actor));
        Map<String, String> members = Field.choices();
        issuing.invited(meeting).forEach(person -> members.put(person, people.displayName(person)));
        model.addAttribute("members", members);
        return "review/meeting";
    }

    @GetMapping("/{meetingId}/agenda.{ending}")
    ResponseEntity<byte[]> agenda(@PathVariable UUID meetingId, @PathVariable String ending, Actor actor) {
        PaperFormat format = format(ending);
        return HandedOut.of(issuing.agenda(meetingId, format, actor), format, "agenda-" + meetingId);
    }

    @PostMapping("/{meetingId}/minutes")
    String issue(
            @PathVariable UUID meetingId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") int issues,
            Actor actor,
            RedirectAttributes redirect) {
        PanelMinutes minutes =
                issuing.issue(meetingId, new HashSet<>(new FormValues(sent).list("present")), issues, actor);
        redirect.addFlashAttribute(
                "message", "Issue " + minutes.number() + " of the minutes is kept, its hashes are in the record.");
        return "redirect:/panel/meetings/" + meetingId;
    }

    @GetMapping("/{meetingId}/minutes/{number}.{ending}")
    ResponseEntity<byte[]> minutes(
            @PathVariable UUID meetingId, @PathVariable int number, @PathVariable String ending, Actor actor) {
        PaperFormat format = format(ending);
        return HandedOut.of(
                issuing.minutes(meetingId, number, format, actor), format, "minutes-" + meetingId + "-" + number);
    }

    private static PaperFormat format(String ending) {
        return PaperFormat.ofEnding(ending).orElseThrow(() -> Refused.notFound("There is no such file."));
    }

    private static List<ReviewId> reviews(List<String> ids) {
        try {
            return ids.stream().map(ReviewId::valueOf).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return text.isEmpty() ? null : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
