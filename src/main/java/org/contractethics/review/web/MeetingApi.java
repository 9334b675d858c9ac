package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.paper.HandedOut;
import org.contractethics.paper.PaperFormat;
import org.contractethics.review.internal.panel.CallingMeeting;
import org.contractethics.review.internal.panel.CallingMeeting.NewMeeting;
import org.contractethics.review.internal.panel.IssuingMinutes;
import org.contractethics.review.internal.panel.PanelMeeting;
import org.contractethics.review.internal.panel.PanelMeetings;
import org.contractethics.review.internal.panel.PanelMinutes;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings of the panel for programs: called by the chair, with agenda and minutes. */
@RestController
@RequestMapping("/api/panel/meetings")
@Tag(name = "Panel meetings", description = "Meetings of the panel, their agenda and minutes")
class MeetingApi {

    private static final int MOST = 50;

    private final CallingMeeting calling;
    private final IssuingMinutes issuing;
    private final PanelMeetings meetings;
    private final EntityTags tags;

    MeetingApi(CallingMeeting calling, IssuingMinutes issuing, PanelMeetings meetings, EntityTags tags) {
        this.calling = calling;
        this.issuing = issuing;
        this.meetings = meetings;
        this.tags = tags;
    }

    /**
     * @param cases ids of the reviews, in the order of the agenda
     * @param invited account names of everybody who sits on one of their panels now
     */
    @Schema(name = "PanelMeeting")
    record MeetingAnswer(
            UUID id,
            Instant heldAt,
            String place,
            String calledBy,
            Instant calledAt,
            List<UUID> cases,
            List<String> invited,
            List<MinutesAnswer> minutes) {}

    /** @param number 1 for the first issue; the files of each stay as they were issued */
    @Schema(name = "PanelMinutes")
    record MinutesAnswer(int number, String issuedBy, Instant issuedAt, String wordSha256, String pdfSha256) {

        static MinutesAnswer of(PanelMinutes issue) {
            return new MinutesAnswer(
                    issue.number(), issue.issuedBy(), issue.issuedAt(), issue.wordSha256(), issue.pdfSha256());
        }
    }

    /**
     * @param time in UTC, for example 14:30
     * @param cases ids of reviews whose panel votes now
     */
    @Schema(name = "PanelMeetingRequest")
    record MeetingRequest(
            @Nullable LocalDate date,
            @Schema(type = "string", example = "14:30") @Nullable LocalTime time,
            @Nullable String place,
            @Nullable List<@Nullable UUID> cases) {

        NewMeeting meeting() {
            return new NewMeeting(
                    date,
                    time,
                    Sent.text(place),
                    Sent.rows(cases).stream().map(ReviewId::new).toList());
        }
    }

    /** @param present account names of those invited who were there; all others were not */
    @Schema(name = "PanelMinutesRequest")
    record MinutesRequest(@Nullable List<@Nullable String> present) {}

    @GetMapping
    @Operation(
            summary = "The latest meetings of the panel",
            description = "Those about reviews that the caller may read, at most 50.")
    List<MeetingAnswer> list(Actor viewer) {
        return meetings.latest(MOST).stream()
                .filter(meeting -> issuing.mayRead(meeting, viewer))
                .map(this::answer)
                .toList();
    }

    @GetMapping("/{meetingId}")
    @Operation(summary = "One meeting with the issues of its minutes")
    ResponseEntity<MeetingAnswer> read(@PathVariable UUID meetingId, Actor viewer) {
        MeetingAnswer answer = answer(issuing.readable(meetingId, viewer));
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping
    @Operation(
            summary = "Call a meeting",
            description =
                    "By the panel chair, about reviews whose panel votes now and in which the chair has no interest (H1).")
    @ApiResponse(responseCode = "201", description = "Called; the members are told")
    ResponseEntity<MeetingAnswer> call(@RequestBody MeetingRequest request, Actor actor) {
        UUID id = calling.call(request.meeting(), actor);
        MeetingAnswer answer = answer(issuing.readable(id, actor));
        return ResponseEntity.created(URI.create("/api/panel/meetings/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @GetMapping("/{meetingId}/agenda.{ending}")
    @Operation(summary = "The agenda as a file", description = "ending: docx or pdf")
    ResponseEntity<byte[]> agenda(@PathVariable UUID meetingId, @PathVariable String ending, Actor viewer) {
        PaperFormat format = format(ending);
        return HandedOut.of(issuing.agenda(meetingId, format, viewer), format, "agenda-" + meetingId);
    }

    @PostMapping("/{meetingId}/minutes")
    @Operation(
            summary = "Issue the minutes of a meeting that was held",
            description =
                    "By a panel chair without a conflict in any of its cases (H1, H2). Each issue is kept byte for byte with its hashes in the record; votes that are sealed are"
                            + " not in it (H4).")
    ResponseEntity<MeetingAnswer> issue(
            @PathVariable UUID meetingId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MinutesRequest request,
            Actor actor) {
        PanelMeeting meeting = issuing.readable(meetingId, actor);
        // held first: of two who issue at once the second has not seen the issue of the first
        issuing.hold(meeting);
        tags.demand(ifMatch, answer(meeting));
        Set<String> present = new HashSet<>(Sent.list(request.present()));
        if (!new HashSet<>(issuing.invited(meeting)).containsAll(present)) {
            throw Refused.invalid(List.of(new FormProblem(
                    "present",
                    "Name only people who are invited, by account name. Others sit on none of these panels.")));
        }
        issuing.issue(meetingId, present, issuing.issues(meeting), actor);
        return read(meetingId, actor);
    }

    @GetMapping("/{meetingId}/minutes/{number}.{ending}")
    @Operation(summary = "One issue of the minutes as a file", description = "ending: docx or pdf")
    ResponseEntity<byte[]> minutes(
            @PathVariable UUID meetingId, @PathVariable int number, @PathVariable String ending, Actor viewer) {
        PaperFormat format = format(ending);
        return HandedOut.of(
                issuing.minutes(meetingId, number, format, viewer), format, "minutes-" + meetingId + "-" + number);
    }

    private MeetingAnswer answer(PanelMeeting meeting) {
        return new MeetingAnswer(
                meeting.id(),
                meeting.heldAt(),
                meeting.place(),
                meeting.calledBy(),
                meeting.calledAt(),
                meeting.cases().stream().map(one -> one.review().value()).toList(),
                issuing.invited(meeting),
                meetings.minutes(meeting.id()).stream().map(MinutesAnswer::of).toList());
    }

    private static PaperFormat format(String ending) {
        return PaperFormat.ofEnding(ending).orElseThrow(() -> Refused.notFound("There is no such file."));
    }
}
