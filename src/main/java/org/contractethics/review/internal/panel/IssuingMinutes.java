package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agenda and minutes of a meeting. The agenda is written when it is asked for; minutes are issued once and kept byte for byte,
 * with their hashes in the record. A later issue gets the next number.
 */
@Component
public class IssuingMinutes {

    private final PanelMeetings meetings;
    private final PanelSeats seats;
    private final MeetingPapers papers;
    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final Participation participation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssuingMinutes(
            PanelMeetings meetings,
            PanelSeats seats,
            MeetingPapers papers,
            ReviewCases reviews,
            ContractRegister contracts,
            Participation participation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.seats = seats;
        this.papers = papers;
        this.reviews = reviews;
        this.contracts = contracts;
        this.participation = participation;
        this.events = events;
        this.clock = clock;
    }

    /** The meeting for whoever may read the facts of each of its cases; for others there is none. */
    public PanelMeeting readable(UUID id, Actor viewer) {
        return meetings.find(id)
                .filter(meeting -> mayRead(meeting, viewer))
                .orElseThrow(() -> Refused.notFound("There is no such meeting."));
    }

    public boolean mayRead(PanelMeeting meeting, Actor viewer) {
        return meeting.cases().stream()
                .map(one -> contracts.get(reviews.get(one.review()).contract()))
                .allMatch(contract -> contracts.mayReadFacts(contract, viewer));
    }

    /** Everybody who sat on one of the panels when they met, by account name; before the meeting whoever sits now. */
    public List<String> invited(PanelMeeting meeting) {
        return meeting.cases().stream()
                .flatMap(one -> seats.sittingAt(one.review(), one.pass(), meeting.heldAt()).stream())
                .map(PanelSeats.Sitting::person)
                .distinct()
                .sorted()
                .toList();
    }

    @Transactional(readOnly = true)
    public byte[] agenda(UUID id, PaperFormat format, Actor viewer) {
        return format.write(papers.agenda(readable(id, viewer), viewer));
    }

    /** The very bytes that were issued. */
    @Transactional(readOnly = true)
    public byte[] minutes(UUID id, int number, PaperFormat format, Actor viewer) {
        readable(id, viewer);
        if (meetings.isForIssuerAlone(id, number, viewer.username())) {
            throw Refused.notAllowed(
                    "This issue is from before minutes left out what not all of their readers may know. Ask the"
                            + " panel chair to issue the minutes once more.");
        }
        return meetings.file(id, number, format).orElseThrow(() -> Refused.notFound("There are no such minutes."));
    }

    /**
     * Holds the reviews of the meeting until the end of the transaction, in the same order whatever the agenda says: two meetings about the
     * same reviews would else wait for each other for ever.
     */
    public void hold(PanelMeeting meeting) {
        meeting.cases().stream()
                .map(PanelMeeting.Case::review)
                .sorted(Comparator.comparing(ReviewId::toString))
                .forEach(reviews::hold);
    }

    /** How many issues of its minutes are kept. */
    public int issues(PanelMeeting meeting) {
        return meetings.minutes(meeting.id()).size();
    }

    /** Whether this person issues the minutes of this meeting: a panel chair without a conflict in any of its cases. */
    public boolean mayIssue(PanelMeeting meeting, Actor actor) {
        return actor.has(Role.PANEL_CHAIR) && objections(meeting, actor).isEmpty();
    }

    private List<String> objections(PanelMeeting meeting, Actor actor) {
        return meeting.cases().stream()
                .map(one -> reviews.get(one.review()))
                .flatMap(review -> participation.objections(review, Stage.VOTE, actor).stream())
                .distinct()
                .toList();
    }

    private void demandIssuer(PanelMeeting meeting, Actor actor) {
        if (!actor.has(Role.PANEL_CHAIR)) {
            throw Refused.notAllowed("The panel chair issues the minutes.");
        }
        List<String> objections = objections(meeting, actor);
        if (!objections.isEmpty()) {
            throw Refused.notAllowed(
                    String.join(" ", objections) + " A panel chair without a conflict issues these minutes.");
        }
    }

    /**
     * @param present account names of the members who were there; all others who sat on the panel were not
     * @param seen how many issues the chair knew of: what is sent twice makes no second issue
     */
    @Transactional
    public PanelMinutes issue(UUID id, Set<String> present, int seen, Actor actor) {
        PanelMeeting meeting = readable(id, actor);
        Instant now = clock.instant();
        hold(meeting);
        demandIssuer(meeting, actor);
        if (now.isBefore(meeting.heldAt())) {
            throw Refused.conflict("The meeting has not taken place yet. Minutes are issued afterwards.");
        }
        int number = next(meeting, seen);
        List<ReviewCase> about =
                meeting.cases().stream().map(one -> reviews.get(one.review())).toList();
        Map<String, Boolean> attendance = new LinkedHashMap<>();
        invited(meeting).forEach(person -> attendance.put(person, present.contains(person)));
        Paper paper = papers.minutes(meeting, number, attendance, now);
        byte[] word = PaperFormat.WORD.write(paper);
        byte[] pdf = PaperFormat.PDF.write(paper);
        PanelMinutes minutes = new PanelMinutes(id, number, Sha256.hex(word), Sha256.hex(pdf), actor.username(), now);
        meetings.add(minutes, attendance, word, pdf);
        about.forEach(review -> record(minutes, review));
        return minutes;
    }

    private int next(PanelMeeting meeting, int seen) {
        int kept = issues(meeting);
        if (seen != kept) {
            throw Refused.conflict("Issues of these minutes that are kept by now: " + kept
                    + ". Read them on the page of the meeting; where another one is needed, issue it from there.");
        }
        return kept + 1;
    }

    private void record(PanelMinutes minutes, ReviewCase review) {
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("meetingId", minutes.meeting())
                .and("number", minutes.number())
                .and("wordSha256", minutes.wordSha256())
                .and("pdfSha256", minutes.pdfSha256())
                .recorded("minutes-issued", review.contract(), minutes.issuedBy(), minutes.issuedAt()));
    }
}
