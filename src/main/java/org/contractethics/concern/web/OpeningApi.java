package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.Download;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.opening.AskOpening;
import org.contractethics.concern.internal.opening.AskingForOpenings;
import org.contractethics.concern.internal.opening.GrantingOpenings;
import org.contractethics.concern.internal.opening.ReadingOpenings;
import org.contractethics.concern.internal.opening.ReadingOpenings.ToConfirm;
import org.contractethics.concern.internal.opening.UsingOpenings;
import org.contractethics.concern.internal.opening.UsingOpenings.Name;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Openings of what is sealed, by programs: asked for, consented to or refused, confirmed by a second person, used by who asked. */
@RestController
@RequestMapping("/api/concerns")
@Tag(
        name = "Openings",
        description =
                "The name of a confidential filer, and files as they came, shown to whoever asked while an opening is in"
                        + " force")
class OpeningApi {

    private final AskingForOpenings asking;
    private final GrantingOpenings granting;
    private final ReadingOpenings openings;
    private final UsingOpenings using;
    private final ConcernReader reader;
    private final EntityTags tags;

    OpeningApi(
            AskingForOpenings asking,
            GrantingOpenings granting,
            ReadingOpenings openings,
            UsingOpenings using,
            ConcernReader reader,
            EntityTags tags) {
        this.asking = asking;
        this.granting = granting;
        this.openings = openings;
        this.using = using;
        this.reader = reader;
        this.tags = tags;
    }

    /**
     * @param what IDENTITY, or ORIGINAL- and the number of a file
     * @param ground CONSENT or LEGAL_BASIS
     * @param reason why it is needed; the filer reads it
     * @param basis the law, the authority or court, and its demand with its date; for a legal basis
     */
    @Schema(name = "OpeningRequest")
    record OpeningRequest(
            @Nullable String what, @Nullable String ground, @Nullable String reason, @Nullable String basis) {

        AskOpening command() {
            return new AskOpening(
                    FormFields.orEmpty(what),
                    FormFields.orEmpty(ground),
                    FormFields.orEmpty(reason),
                    FormFields.orEmpty(basis));
        }
    }

    @Schema(name = "OpeningToConfirmLine")
    record ToConfirmLine(UUID id, UUID concern, LocalDate askedOn) {

        static ToConfirmLine of(ToConfirm one) {
            return new ToConfirmLine(one.id(), one.concern().value(), one.askedOn());
        }
    }

    /** @param words reason and legal basis */
    @Schema(name = "OpeningToConfirm")
    record ToConfirmDocument(UUID id, UUID concern, String what, String words, String askedBy, LocalDate askedOn) {

        static ToConfirmDocument of(ToConfirm one) {
            return new ToConfirmDocument(
                    one.id(), one.concern().value(), one.what(), one.words(), one.askedBy(), one.askedOn());
        }
    }

    /** @param lastDay on which it can be read again */
    @Schema(name = "OpenedName")
    record OpenedName(String name, LocalDate lastDay) {}

    @GetMapping("/openings")
    @Operation(summary = "The openings whose legal basis waits for the caller as second person")
    List<ToConfirmLine> list(@Parameter(hidden = true) Actor second) {
        return openings.forSecondPerson(second).stream().map(ToConfirmLine::of).toList();
    }

    @GetMapping("/{id}/openings/{opening}")
    @Operation(
            summary = "What an opening rests on, for the second person",
            description = "404 for everybody else; whoever handles the concern, and its filer, read it there.")
    ResponseEntity<ToConfirmDocument> one(
            @PathVariable ConcernId id, @PathVariable UUID opening, @Parameter(hidden = true) Actor second) {
        ToConfirmDocument asked = seen(id, opening, second).orElseThrow(HandledConcerns::unknown);
        return ResponseEntity.ok().eTag(tags.of(asked)).body(asked);
    }

    @PostMapping("/{id}/openings")
    @Operation(
            summary = "Ask to open what is sealed",
            description =
                    "The filer reads at once who asked, why and when. Nothing is shown before somebody else has said yes.")
    ResponseEntity<ConcernState> ask(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OpeningRequest request,
            @Parameter(hidden = true) Actor officer) {
        Map<String, String> fields = Map.of(
                "opening-what", "what",
                "opening-ground", "ground",
                "opening-reason", "reason",
                "opening-basis", "basis");
        return reader.changed(id, ifMatch, officer, fields, () -> asking.ask(id, request.command(), officer));
    }

    @PostMapping("/{id}/openings/{opening}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Confirm the legal basis as the second person",
            description = "If-Match names the opening, not the concern, which the second person may not read.")
    void confirm(
            @PathVariable ConcernId id,
            @PathVariable UUID opening,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor second) {
        Optional<ToConfirmDocument> seen = seen(id, opening, second);
        seen.ifPresent(asked -> tags.demand(ifMatch, asked));
        granting.confirm(id, opening, second);
        if (seen.isEmpty()) {
            throw Refused.conflict("This was asked for at this moment. Read it, then decide.");
        }
    }

    @PostMapping("/{id}/openings/{opening}/consent")
    @Operation(
            summary = "Consent to an opening for seven days",
            description = "By the filer, who can take it back at any time by a refusal.")
    ResponseEntity<ConcernState> consent(
            @PathVariable ConcernId id,
            @PathVariable UUID opening,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor filer) {
        return reader.changed(id, ifMatch, filer, () -> granting.consent(id, opening, filer));
    }

    @PostMapping("/{id}/openings/{opening}/refusal")
    @Operation(
            summary = "Refuse an opening, or end one that was consented to",
            description = "By the filer. It stays sealed.")
    ResponseEntity<ConcernState> refuse(
            @PathVariable ConcernId id,
            @PathVariable UUID opening,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor filer) {
        return reader.changed(id, ifMatch, filer, () -> granting.refuse(id, opening, filer));
    }

    @PostMapping("/{id}/openings/{opening}/name")
    @Operation(
            summary = "Read the name that was opened",
            description =
                    "By who asked, until the opening ends. Each time is recorded, and counted for the filer, who reads it.")
    ResponseEntity<OpenedName> name(
            @PathVariable ConcernId id,
            @PathVariable UUID opening,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor officer) {
        Name shown = reader.given(id, ifMatch, officer, () -> using.name(id, opening, officer));
        return ResponseEntity.ok().eTag(tag(id, officer)).body(new OpenedName(shown.name(), shown.lastDay()));
    }

    @PostMapping("/{id}/openings/{opening}/original")
    @Operation(
            summary = "Read the file that was opened, as it came",
            description =
                    "By who asked, until the opening ends. Each time is recorded, and counted for the filer, who reads it.")
    ResponseEntity<byte[]> original(
            @PathVariable ConcernId id,
            @PathVariable UUID opening,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor officer) {
        Download file = reader.given(id, ifMatch, officer, () -> using.original(id, opening, officer));
        return ResponseEntity.ok()
                .headers(ConcernFiles.saved(file).getHeaders())
                .eTag(tag(id, officer))
                .body(file.bytes());
    }

    private String tag(ConcernId id, Actor officer) {
        return reader.tag(reader.answer(id, officer));
    }

    private Optional<ToConfirmDocument> seen(ConcernId id, UUID opening, Actor second) {
        return openings.forSecondPerson(second).stream()
                .filter(one -> one.concern().equals(id) && one.id().equals(opening))
                .findFirst()
                .map(ToConfirmDocument::of);
    }
}
