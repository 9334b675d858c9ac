package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.PanelMeeting.Case;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chair calls the panel together about one or more reviews that wait for its vote. */
@Component
public class CallingMeeting {

    private static final int LONGEST_PLACE = 500;

    /** A later day is a year typed wrong. */
    private static final int MOST_YEARS_AHEAD = 2;

    private final PanelMeetings meetings;
    private final PanelSeats seats;
    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final Participation participation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallingMeeting(
            PanelMeetings meetings,
            PanelSeats seats,
            ReviewCases reviews,
            ContractRegister contracts,
            Participation participation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.seats = seats;
        this.reviews = reviews;
        this.contracts = contracts;
        this.participation = participation;
        this.events = events;
        this.clock = clock;
    }

    /** A meeting as typed; the time is UTC. */
    public record NewMeeting(@Nullable LocalDate date, @Nullable LocalTime time, String place, List<ReviewId> cases) {}

    /** The reviews whose panel votes now and which this chair may chair. */
    public List<ReviewCase> waiting(Actor chair) {
        return seats.voting().stream()
                .map(panel -> reviews.get(panel.review()))
                .filter(review ->
                        participation.objections(review, Stage.VOTE, chair).isEmpty())
                .toList();
    }

    public List<FormProblem> problems(NewMeeting meeting, Actor actor) {
        LocalDate date = meeting.date();
        LocalTime time = meeting.time();
        Set<ReviewId> waiting = waiting(actor).stream().map(ReviewCase::id).collect(Collectors.toSet());
        return new Problems()
                .when(date == null, "date", "Enter the day of the meeting.")
                .when(time == null, "time", "Enter the time as hours and minutes, for example 14:30.")
                .when(
                        date != null
                                && time != null
                                && date.atTime(time).toInstant(ZoneOffset.UTC).isBefore(clock.instant()),
                        "date",
                        "A meeting is called before it takes place.")
                .when(
                        date != null && date.isAfter(today().plusYears(MOST_YEARS_AHEAD)),
                        "date",
                        "A meeting is called for a day within two years.")
                .text(meeting.place(), "place", "Enter the place, or how to take part from afar.")
                .when(
                        meeting.place().length() > LONGEST_PLACE,
                        "place",
                        "Name the place in at most 500 characters: it goes out with the invitation.")
                .when(meeting.cases().isEmpty(), "cases", "Choose at least one review.")
                .when(
                        !waiting.containsAll(meeting.cases()),
                        "cases",
                        "Choose reviews whose panel votes now and in which you have no interest.")
                .list();
    }

    @Transactional
    public UUID call(NewMeeting typed, Actor actor) {
        if (!actor.has(Role.PANEL_CHAIR)) {
            throw Refused.notAllowed("The panel chair calls its meetings.");
        }
        hold(typed);
        Problems.refuse(problems(typed, actor));
        List<ReviewCase> called =
                typed.cases().stream().distinct().map(reviews::get).toList();
        PanelMeeting meeting = new PanelMeeting(
                UUID.randomUUID(),
                Objects.requireNonNull(typed.date())
                        .atTime(Objects.requireNonNull(typed.time()))
                        .toInstant(ZoneOffset.UTC),
                typed.place(),
                actor.username(),
                clock.instant(),
                called.stream()
                        .map(review -> new Case(review.id(), review.pass()))
                        .toList());
        called.forEach(review -> demandFree(review, meeting.heldAt()));
        meetings.add(meeting);
        called.forEach(review -> tell(meeting, review, actor));
        return meeting.id();
    }

    /** Two calls at once follow each other: what is sent twice calls no second meeting. */
    private void hold(NewMeeting typed) {
        typed.cases().stream()
                .distinct()
                .sorted(Comparator.comparing(ReviewId::toString))
                .forEach(reviews::hold);
    }

    private void demandFree(ReviewCase review, Instant heldAt) {
        boolean called = meetings.of(review.id()).stream()
                .anyMatch(other ->
                        other.heldAt().equals(heldAt) && other.cases().contains(new Case(review.id(), review.pass())));
        if (called) {
            throw Refused.conflict("A meeting about "
                    + contracts.get(review.contract()).reference() + " is called for " + Times.words(heldAt)
                    + " already. Its members are told, and nothing was called twice.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void tell(PanelMeeting meeting, ReviewCase review, Actor actor) {
        Instant heldAt = meeting.heldAt();
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("meetingId", meeting.id())
                .and("heldAt", heldAt)
                .recorded("panel-meeting-called", review.contract(), actor.username(), meeting.calledAt()));
        events.publishEvent(new Notice(
                seats.sitting(review.id(), review.pass()).stream()
                        .map(Sitting::person)
                        .collect(Collectors.toSet()),
                Set.of(),
                contracts.get(review.contract()).reference() + ": the panel meets",
                "On " + Times.words(heldAt) + ", " + meeting.place() + ".",
                "/panel/meetings/" + meeting.id()));
    }
}
