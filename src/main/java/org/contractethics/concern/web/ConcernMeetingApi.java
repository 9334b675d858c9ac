package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.contractethics.concern.internal.meeting.Meetings;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings about a concern by programs: asked for by its filer, offered and noted by whoever handles it. */
@RestController
@RequestMapping("/api/concerns/{id}/meetings")
@Tag(name = "Meetings about concerns", description = "What was said at them stands in no record")
class ConcernMeetingApi {

    private final Meetings meetings;
    private final ConcernReader reader;

    ConcernMeetingApi(Meetings meetings, ConcernReader reader) {
        this.meetings = meetings;
        this.reader = reader;
    }

    @Schema(name = "ConcernMeetingRequest")
    record WordsRequest(@Nullable String words) {}

    /** @param became HELD or DECLINED */
    @Schema(name = "ConcernMeetingOutcomeRequest")
    record OutcomeRequest(@Nullable String became, @Nullable String words) {}

    @PostMapping
    @Operation(
            summary = "Ask for a meeting with whoever handles the concern",
            description = "By its filer. They are told when the day is over (UTC).")
    ResponseEntity<ConcernState> ask(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WordsRequest request,
            @Parameter(hidden = true) Actor filer) {
        return reader.changed(
                id,
                ifMatch,
                filer,
                Map.of("meeting-words", "words"),
                () -> meetings.ask(id, FormFields.orEmpty(request.words()), filer));
    }

    @PostMapping("/offer")
    @Operation(summary = "Offer a meeting to the filer", description = "Say when and where, or how.")
    ResponseEntity<ConcernState> offer(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WordsRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id,
                ifMatch,
                officer,
                Map.of("meeting-offer", "words"),
                () -> meetings.offer(id, FormFields.orEmpty(request.words()), officer));
    }

    @PostMapping("/outcome")
    @Operation(summary = "Note what became of the meeting that was offered")
    ResponseEntity<ConcernState> note(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OutcomeRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id,
                ifMatch,
                officer,
                Map.of("meeting-became", "became", "meeting-words", "words"),
                () -> meetings.note(
                        id, FormFields.orEmpty(request.became()), FormFields.orEmpty(request.words()), officer));
    }
}
