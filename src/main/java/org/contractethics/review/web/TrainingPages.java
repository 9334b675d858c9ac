package org.contractethics.review.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.panel.RecordingTrainings;
import org.contractethics.review.internal.panel.RecordingTrainings.NewTraining;
import org.contractethics.review.internal.panel.Training;
import org.contractethics.review.internal.panel.Trainings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who completed which training. */
@Controller
@RequestMapping("/panel/trainings")
class TrainingPages {

    private final RecordingTrainings recording;
    private final Trainings trainings;
    private final PeopleDirectory people;

    TrainingPages(RecordingTrainings recording, Trainings trainings, PeopleDirectory people) {
        this.recording = recording;
        this.trainings = trainings;
        this.people = people;
    }

    /** One training that stands. */
    public record TrainingRow(String name, String title, @Nullable LocalDate completedOn, String recordedBy) {}

    @GetMapping
    ModelAndView trainings(Actor actor) {
        return page(FormValues.none(), List.of(), HttpStatus.OK, actor);
    }

    @PostMapping
    Object add(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes redirect) {
        FormValues values = new FormValues(sent);
        NewTraining training = new NewTraining(values.text("person"), values.text("title"), values.date("completed"));
        List<FormProblem> problems =
                Section.together(Section.unreadable(List.of(form()), values), recording.problems(training, actor));
        if (!problems.isEmpty()) {
            return page(values, problems, HttpStatus.UNPROCESSABLE_CONTENT, actor);
        }
        recording.record(training, actor);
        redirect.addFlashAttribute(
                "message",
                training.completedOn() == null ? "The training is taken back." : "The training is recorded.");
        return "redirect:/panel/trainings";
    }

    private ModelAndView page(FormValues values, List<FormProblem> problems, HttpStatusCode status, Actor actor) {
        ModelAndView page = new ModelAndView("review/trainings");
        page.setStatus(status);
        page.addObject("trainings", trainings.standing().stream().map(this::row).toList());
        page.addObject("recorder", actor.hasAny(Role.PANEL_CHAIR, Role.HR_REVIEWER));
        page.addObject("values", values);
        page.addObject("problems", problems);
        page.addObject("section", form());
        return page;
    }

    private Section form() {
        Map<String, String> reviewers = Field.choices();
        recording.reviewers().forEach(person -> reviewers.put(person.username(), person.displayName()));
        return Section.of(
                "Record a training",
                null,
                Field.select("person", "Person", reviewers, null, true),
                Field.text("title", "Training", "For example Human rights in public contracts.", true),
                Field.date(
                        "completed",
                        "Completed on",
                        "Leave this empty to take back what was recorded of the same training before.",
                        false));
    }

    private TrainingRow row(Training training) {
        return new TrainingRow(
                people.displayName(training.person()),
                training.title(),
                training.completedOn(),
                people.displayName(training.recordedBy()));
    }
}
