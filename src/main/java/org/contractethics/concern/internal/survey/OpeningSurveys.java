package org.contractethics.concern.internal.survey;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ombuds opens a survey, one at a time and at most four in a year; its last day is chosen when it opens and never moves. */
@Service
public class OpeningSurveys {

    private final SurveyStore surveys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpeningSurveys(SurveyStore surveys, ApplicationEventPublisher events, Clock clock) {
        this.surveys = surveys;
        this.events = events;
        this.clock = clock;
    }

    /** @param closesOn last day as typed, like 2026-12-24 */
    public List<FormProblem> problems(String closesOn) {
        LocalDate today = today(clock.instant());
        Optional<LocalDate> last = day(closesOn);
        boolean fits = last.filter(day ->
                        !day.isBefore(today.plusDays(Survey.SHORTEST)) && !day.isAfter(today.plusDays(Survey.LONGEST)))
                .isPresent();
        return fits
                ? List.of()
                : List.of(new FormProblem(
                        "closesOn",
                        "Enter the last day of the survey, from %s to %s."
                                .formatted(
                                        Times.words(today.plusDays(Survey.SHORTEST)),
                                        Times.words(today.plusDays(Survey.LONGEST)))));
    }

    /** Refuses as long as one is open or was lately, whatever day is asked for. */
    @Transactional(readOnly = true)
    public void demandPossible() {
        surveys.last().ifPresent(survey -> demandLongAgo(survey, today(clock.instant())));
    }

    @Transactional
    public int open(String closesOn, Actor actor) {
        if (!actor.has(Role.OMBUDS)) {
            throw Refused.notAllowed("Only the ombuds opens a survey.");
        }
        Instant now = clock.instant();
        Optional<Survey> last = surveys.last();
        last.ifPresent(survey -> demandLongAgo(survey, today(now)));
        List<FormProblem> problems = problems(closesOn);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Survey survey = new Survey(
                last.map(Survey::number).orElse(0) + 1,
                today(now),
                actor.username(),
                day(closesOn).orElseThrow(),
                null,
                null);
        if (!surveys.add(survey)) {
            throw Refused.conflict("Another survey was opened at this moment.");
        }
        events.publishEvent(SurveyFact.opened(survey, now));
        events.publishEvent(Notice.toRoles(
                Set.of(Role.EMPLOYEE),
                "Knowledge and trust survey, open until " + Times.words(survey.closesOn()),
                "Five questions: whether you know how to raise a concern, and whether you trust what follows. Answers are counted and not kept.",
                "/concerns/survey"));
        return survey.number();
    }

    private static void demandLongAgo(Survey last, LocalDate today) {
        if (last.open()) {
            throw Refused.conflict(
                    "A survey is open until " + Times.words(last.closesOn()) + ". Wait until it has closed.");
        }
        LocalDate next = last.openedOn().plusDays(Survey.APART);
        if (today.isBefore(next)) {
            throw Refused.conflict("The last survey was opened on %s. The next one can be opened on %s at the earliest."
                    .formatted(Times.words(last.openedOn()), Times.words(next)));
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
