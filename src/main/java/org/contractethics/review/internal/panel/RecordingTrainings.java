package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The panel chair and human-rights reviewers record who completed which training; nobody records their own. */
@Component
public class RecordingTrainings {

    /** Whose trainings are recorded. */
    public static final List<Role> REVIEWERS = List.of(
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.PRODUCT_EXPERT,
            Role.EXTERNAL_EXPERT,
            Role.EMPLOYEE_PANELIST,
            Role.PANEL_CHAIR);

    private static final int LONGEST_TITLE = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    private final Trainings trainings;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingTrainings(Trainings trainings, PeopleDirectory people, ApplicationEventPublisher events, Clock clock) {
        this.trainings = trainings;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * As typed.
     *
     * @param completedOn null where what was said of this training before is taken back
     */
    public record NewTraining(String person, String title, @Nullable LocalDate completedOn) {}

    public List<FormProblem> problems(NewTraining training, Actor actor) {
        LocalDate day = training.completedOn();
        String title = training.title();
        return new Problems()
                .when(!isReviewer(training.person()), "person", "Choose somebody who holds a role in reviews.")
                .when(training.person().equals(actor.username()), "person", "Nobody records a training of their own.")
                .when(title.isBlank(), "title", "Say which training it was.")
                .when(
                        title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl),
                        "title",
                        "Name the training in one line of at most 200 characters.")
                .when(
                        day != null && day.isAfter(today()),
                        "completed",
                        "A training that is still ahead is not completed.")
                .when(day != null && day.isBefore(FIRST_DAY), "completed", "Enter the day on which it was completed.")
                .when(
                        day == null && !stands(training),
                        "completed",
                        "Enter the day on which it was completed. Only a training that was recorded before is taken back without one.")
                .list();
    }

    private boolean isReviewer(String person) {
        return people.find(person)
                .map(found -> !Collections.disjoint(found.roles(), REVIEWERS))
                .orElse(false);
    }

    private boolean stands(NewTraining training) {
        return trainings.standing().stream()
                .anyMatch(one ->
                        one.person().equals(training.person()) && one.title().equals(training.title()));
    }

    /** @return the id of what was said */
    @Transactional
    public UUID record(NewTraining typed, Actor actor) {
        if (!actor.hasAny(Role.PANEL_CHAIR, Role.HR_REVIEWER)) {
            throw Refused.notAllowed("The panel chair and human-rights reviewers record trainings.");
        }
        Problems.refuse(problems(typed, actor));
        Instant now = clock.instant();
        Training training = new Training(
                UUID.randomUUID(), typed.person(), typed.title(), typed.completedOn(), actor.username(), now);
        trainings.add(training);
        events.publishEvent(Facts.of("trainingId", training.id())
                .and("person", training.person())
                .and("title", training.title())
                .and("completedOn", training.completedOn())
                .recorded("training-recorded", null, actor.username(), now));
        return training.id();
    }

    /** Who can be named: everybody with a role in reviews. */
    public List<PeopleDirectory.Person> reviewers() {
        return REVIEWERS.stream()
                .flatMap(role -> people.withRole(role).stream())
                .distinct()
                .sorted(Comparator.comparing(PeopleDirectory.Person::displayName))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
