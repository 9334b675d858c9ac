package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.retention.HoldingForLaw;
import org.contractethics.concern.internal.retention.HoldingForLaw.Hold;
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

/** Legal holds by programs: asked for by whoever handles the concern, confirmed and lifted by a second person. */
@RestController
@RequestMapping("/api/concerns")
@Tag(name = "Legal holds", description = "The second person learns of the concern nothing but the reason of the hold")
class LegalHoldApi {

    private final HoldingForLaw holding;
    private final ConcernReader reader;
    private final EntityTags tags;

    LegalHoldApi(HoldingForLaw holding, ConcernReader reader, EntityTags tags) {
        this.holding = holding;
        this.reader = reader;
        this.tags = tags;
    }

    /** @param reason which law or proceeding asks for it; the filer reads it */
    @Schema(name = "LegalHoldRequest")
    record HoldRequest(@Nullable String reason) {}

    @Schema(name = "LegalHoldLine")
    record HoldLine(UUID concern, LocalDate askedOn, boolean confirmed) {

        static HoldLine of(Hold hold) {
            return new HoldLine(hold.concern(), hold.askedOn(), hold.confirmedBy() != null);
        }
    }

    /** @param confirmedBy null while it waits for its second person */
    @Schema(name = "LegalHold")
    record HoldDocument(UUID concern, String reason, String askedBy, LocalDate askedOn, @Nullable String confirmedBy) {

        static HoldDocument of(Hold hold) {
            return new HoldDocument(hold.concern(), hold.reason(), hold.askedBy(), hold.askedOn(), hold.confirmedBy());
        }
    }

    @GetMapping("/legal-holds")
    @Operation(summary = "The legal holds that the caller may confirm or lift", description = "The oldest first.")
    List<HoldLine> list(@Parameter(hidden = true) Actor second) {
        return holding.forSecondPerson(second).stream().map(HoldLine::of).toList();
    }

    @GetMapping("/{id}/legal-hold")
    @Operation(
            summary = "One legal hold, for the second person",
            description = "404 for everybody else; whoever handles the concern reads it there.")
    ResponseEntity<HoldDocument> one(@PathVariable ConcernId id, @Parameter(hidden = true) Actor second) {
        HoldDocument hold = seen(id, second).orElseThrow(HandledConcerns::unknown);
        return ResponseEntity.ok().eTag(tags.of(hold)).body(hold);
    }

    @PostMapping("/{id}/legal-hold")
    @Operation(
            summary = "Keep the concern longer for a law or a proceeding",
            description = "Another person has to confirm it within 14 days. The filer reads the reason.")
    ResponseEntity<ConcernState> ask(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoldRequest request,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(
                id, ifMatch, officer, () -> holding.ask(id, FormFields.orEmpty(request.reason()), officer));
    }

    @PostMapping("/{id}/legal-hold/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Confirm a legal hold as the second person",
            description = "If-Match names the hold, not the concern, which the second person may not read.")
    void confirm(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor second) {
        asSeen(id, ifMatch, second, () -> holding.confirm(id, second));
    }

    @PostMapping("/{id}/legal-hold/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Lift a legal hold",
            description = "By somebody else than who asked for it. If-Match names the hold.")
    void lift(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor other) {
        asSeen(id, ifMatch, other, () -> holding.lift(id, other));
    }

    /** Where the caller may not see a hold the act refuses, in the words that are theirs to read. */
    private void asSeen(ConcernId id, @Nullable String ifMatch, Actor second, Runnable act) {
        Optional<HoldDocument> seen = seen(id, second);
        seen.ifPresent(hold -> tags.demand(ifMatch, hold));
        act.run();
        if (seen.isEmpty()) {
            throw Refused.conflict("A legal hold was asked for at this moment. Read it, then decide.");
        }
    }

    private Optional<HoldDocument> seen(ConcernId id, Actor second) {
        return holding.forSecondPerson(second).stream()
                .filter(hold -> hold.concern().equals(id.value()))
                .findFirst()
                .map(HoldDocument::of);
    }
}
