package org.contractethics.review.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.IssuingMinutes;
import org.contractethics.review.internal.panel.PanelMeeting;
import org.contractethics.review.internal.panel.PanelMeetings;
import org.contractethics.review.internal.panel.PanelMinutes;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Meetings of the panel in words, with their papers. */
@Component
class MeetingViews {

    private static final int MOST = 50;

    private final PanelMeetings meetings;
    private final IssuingMinutes minutes;
    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final PeopleDirectory people;
    private final Clock clock;

    MeetingViews(
            PanelMeetings meetings,
            IssuingMinutes minutes,
            ReviewCases reviews,
            ContractRegister contracts,
            PeopleDirectory people,
            Clock clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.reviews = reviews;
        this.contracts = contracts;
        this.people = people;
        this.clock = clock;
    }

    /** @param over whether it has taken place, so that minutes can be issued */
    public record MeetingView(
            UUID id,
            String heldAt,
            String place,
            String chair,
            boolean over,
            List<CaseLine> cases,
            List<MinutesLine> minutes) {}

    /** A case of the agenda. */
    public record CaseLine(String contract, String reference, String title, String review) {}

    /** One issue of the minutes. */
    public record MinutesLine(int number, String issued, String wordSha256, String pdfSha256) {}

    MeetingView view(PanelMeeting meeting) {
        return new MeetingView(
                meeting.id(),
                Times.words(meeting.heldAt()),
                meeting.place(),
                people.displayName(meeting.calledBy()),
                !clock.instant().isBefore(meeting.heldAt()),
                meeting.cases().stream().map(this::line).toList(),
                meetings.minutes(meeting.id()).stream().map(this::line).toList());
    }

    /** Meetings about a review that this viewer may read. */
    List<MeetingView> of(ReviewCase review, Actor viewer) {
        return readable(meetings.of(review.id()), viewer);
    }

    List<MeetingView> latest(Actor viewer) {
        return readable(meetings.latest(MOST), viewer);
    }

    private List<MeetingView> readable(List<PanelMeeting> found, Actor viewer) {
        return found.stream()
                .filter(meeting -> minutes.mayRead(meeting, viewer))
                .map(this::view)
                .toList();
    }

    private CaseLine line(PanelMeeting.Case one) {
        Contract contract = contracts.get(reviews.get(one.review()).contract());
        return new CaseLine(
                contract.id().toString(),
                contract.reference(),
                contract.title(),
                one.review().toString());
    }

    private MinutesLine line(PanelMinutes issue) {
        return new MinutesLine(
                issue.number(),
                people.displayName(issue.issuedBy()) + ", " + Times.words(issue.issuedAt()),
                issue.wordSha256(),
                issue.pdfSha256());
    }
}
