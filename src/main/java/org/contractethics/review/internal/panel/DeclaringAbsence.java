package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.Delegations.AbsenceBegun;
import org.contractethics.review.Delegations.AbsenceDeclared;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person says when they are away and who does their stage tasks meanwhile. Whether the delegate may do a certain task is
 * asked again for the delegate with each task: H1, H2 and H13 hold for who acts.
 */
@Component
public class DeclaringAbsence {

    private static final int LONGEST_DAYS = 366;

    private final Absences absences;
    private final BringingInAlternates alternates;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclaringAbsence(
            Absences absences,
            BringingInAlternates alternates,
            PeopleDirectory people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.absences = absences;
        this.alternates = alternates;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** @param delegate account name; empty where the tasks wait */
    public record NewAbsence(@Nullable LocalDate from, @Nullable LocalDate until, String delegate) {}

    public List<FormProblem> problems(NewAbsence absence, Actor actor) {
        LocalDate from = absence.from();
        LocalDate until = absence.until();
        Problems problems = new Problems()
                .when(from == null, "from", "Enter the first day of the absence.")
                .when(until == null, "until", "Enter the last day of the absence.");
        if (from != null && until != null) {
            problems.when(from.isBefore(today()), "from", "An absence begins today or later.")
                    .when(
                            from.isAfter(today().plusDays(LONGEST_DAYS)),
                            "from",
                            "An absence begins within a year. Enter a later one when it comes closer.")
                    .when(until.isBefore(from), "until", "The last day is not before the first.")
                    .when(
                            until.isAfter(from.plusDays(LONGEST_DAYS)),
                            "until",
                            "An absence lasts a year at most. Your roles have to be given back for a longer one.")
                    .when(
                            absences.overlaps(actor.username(), from, until),
                            "from",
                            "You are absent on some of these days already.");
            if (!absence.delegate().isBlank()) {
                delegate(problems, absence.delegate(), from, until, actor);
            }
        }
        return problems.list();
    }

    private void delegate(Problems problems, String delegate, LocalDate from, LocalDate until, Actor actor) {
        Optional<Person> person = people.find(delegate);
        Set<Role> shared = delegable(actor.roles());
        shared.retainAll(person.map(Person::roles).orElse(Set.of()));
        problems.when(delegate.equals(actor.username()), "delegate", "You cannot be your own delegate.")
                .when(
                        person.isEmpty() || shared.isEmpty(),
                        "delegate",
                        "A delegate holds a role of yours. This person holds none, so they could do none of your tasks.")
                .when(
                        person.filter(Person::observes).isPresent(),
                        "delegate",
                        "Auditors and leadership do no task of a review.")
                .when(
                        absences.overlaps(delegate, from, until),
                        "delegate",
                        "This person is absent on some of these days. A delegate passes nothing on to another one.");
    }

    /** The roles in which somebody holds tasks that a delegate can do; votes are not among them. */
    private static Set<Role> delegable(Set<Role> roles) {
        Set<Role> delegable = EnumSet.noneOf(Role.class);
        for (Stage stage : Stage.values()) {
            if (!stage.shared()) {
                delegable.addAll(stage.candidates());
            }
        }
        delegable.retainAll(roles);
        return delegable;
    }

    /** Who holds a role of this person's in which there are tasks for a delegate, by name. */
    public List<Person> delegates(Actor actor) {
        return delegable(actor.roles()).stream()
                .flatMap(role -> people.withRole(role).stream())
                .filter(person -> !person.username().equals(actor.username()))
                .distinct()
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    /** @return the id of the absence */
    @Transactional
    public UUID declare(NewAbsence typed, Actor actor) {
        absences.hold(List.of(actor.username(), typed.delegate()));
        Problems.refuse(problems(typed, actor));
        Instant now = clock.instant();
        Absence absence = new Absence(
                UUID.randomUUID(),
                actor.username(),
                typed.delegate().isBlank() ? null : typed.delegate(),
                Objects.requireNonNull(typed.from()),
                Objects.requireNonNull(typed.until()),
                now,
                null);
        absences.add(absence);
        events.publishEvent(facts(absence).recorded("absence-declared", null, actor.username(), now));
        tellDelegate(absence, actor);
        if (absence.covers(today())) {
            alternates.absent(actor.username(), actor.username(), now);
        } else {
            events.publishEvent(new AbsenceDeclared(
                    absence.id(),
                    actor.username(),
                    absence.from().atStartOfDay().toInstant(ZoneOffset.UTC)));
        }
        return absence.id();
    }

    private void tellDelegate(Absence absence, Actor actor) {
        if (absence.delegate() != null) {
            events.publishEvent(Notice.toPerson(
                    absence.delegate(),
                    "You stand in for " + actor.displayName(),
                    "From " + Times.words(absence.from()) + " to " + Times.words(absence.until())
                            + " you can do the tasks they hold, where you may do them yourself.",
                    "/absence"));
        }
    }

    /** Seats that alternates have taken meanwhile stay theirs. */
    @Transactional
    public void withdraw(UUID id, Actor actor) {
        Absence absence = absences.find(id)
                .filter(found -> found.person().equals(actor.username()))
                .orElseThrow(() -> Refused.notFound("You have no such absence."));
        if (!absence.open(today())) {
            throw Refused.conflict("This absence is over already.");
        }
        absences.withdraw(id, clock.instant());
        events.publishEvent(facts(absence).recorded("absence-withdrawn", null, actor.username(), clock.instant()));
    }

    /** The first day has come: the seats are filled even if nobody looks. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AbsenceBegun begun) {
        absences.find(begun.absence())
                .filter(absence -> absence.covers(LocalDate.ofInstant(begun.at(), ZoneOffset.UTC)))
                .ifPresent(absence -> alternates.absent(absence.person(), Actor.SYSTEM.username(), begun.at()));
    }

    private static Facts facts(Absence absence) {
        return Facts.of("absenceId", absence.id())
                .and("from", absence.from())
                .and("until", absence.until())
                .and("delegate", absence.delegate());
    }

    /** The day on which absences are told to run or to be over. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
