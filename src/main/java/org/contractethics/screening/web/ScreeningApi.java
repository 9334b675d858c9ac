package org.contractethics.screening.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.screening.internal.AnsweringHits;
import org.contractethics.screening.internal.AnsweringHits.Opinion;
import org.contractethics.screening.internal.Hit;
import org.contractethics.screening.internal.Hit.Verdict;
import org.contractethics.screening.internal.HitState;
import org.contractethics.screening.internal.ReadingScreenings;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hits of the screening for other programs, by the same use cases as the pages. */
@RestController
@RequestMapping("/api")
@Tag(
        name = "Screening",
        description =
                "Named parties of contracts that are near names on lists: evidence for a reviewer, never a verdict")
class ScreeningApi {

    private final ReadingScreenings screenings;
    private final AnsweringHits answering;
    private final EntityTags tags;

    ScreeningApi(ReadingScreenings screenings, AnsweringHits answering, EntityTags tags) {
        this.screenings = screenings;
        this.answering = answering;
        this.tags = tags;
    }

    /** A hit in the list of all: its evidence stands with its contract. */
    @Schema(name = "ListedHit")
    record ListedHit(UUID id, UUID contract, String reference, String role, String list, Band band, HitState state) {

        static ListedHit of(ReadingScreenings.Listed listed) {
            Hit hit = listed.hit();
            return new ListedHit(
                    hit.id(),
                    listed.contract().id().value(),
                    listed.contract().reference(),
                    hit.role().name(),
                    hit.list(),
                    hit.band(),
                    hit.state());
        }
    }

    /**
     * What is said of a hit.
     *
     * @param endsOn the last day of a clearance, twelve months ahead at most; left out where the hit is confirmed
     * @param evidence number of the evidence that was read
     * @param seen number of the last answer that was read; 0 where there was none
     */
    @Schema(name = "HitAnswerRequest")
    record AnswerRequest(
            @Nullable Verdict verdict, @Nullable String reason, @Nullable LocalDate endsOn, int evidence, int seen) {

        Opinion opinion() {
            return new Opinion(verdict, text(reason), endsOn, evidence, seen);
        }
    }

    /** @param seen number of the clearance that waits */
    @Schema(name = "ClearanceApprovalRequest")
    record ApprovalRequest(boolean approved, @Nullable String reason, int seen) {}

    @GetMapping("/screening/hits")
    @Operation(
            summary = "Hits of all contracts that the caller may know of",
            description = "The strong ones first, 500 at most.")
    List<ListedHit> hits(
            @RequestParam(required = false) @Nullable Band band,
            @RequestParam(required = false) @Nullable HitState state,
            @Parameter(hidden = true) Actor viewer) {
        return screenings.all(band, state, viewer).stream().map(ListedHit::of).toList();
    }

    @GetMapping("/contracts/{contractId}/screening")
    @Operation(
            summary = "The screening of a contract: which lists of which day, and every hit with its evidence",
            description = "No hit clears nobody. 404 for whoever may not know of it.")
    ResponseEntity<ScreeningDocument> read(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(hidden = true) Actor viewer) {
        ScreeningDocument document = document(contractId, viewer);
        return ResponseEntity.ok().eTag(tags.of(document)).body(document);
    }

    @PostMapping("/contracts/{contractId}/screening/hits/{hitId}/answers")
    @Operation(
            summary = "Confirm a hit, or clear it until a day",
            description =
                    "By a legal reviewer who is not paid by the contract (H1). A strong hit, and one that was ever confirmed, is cleared only"
                            + " once a second person approves. The clearance ends by itself when the entry changes.")
    ResponseEntity<ScreeningDocument> answer(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @PathVariable UUID hitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswerRequest request,
            @Parameter(hidden = true) Actor actor) {
        tags.demand(ifMatch, document(contractId, actor));
        answering.answer(contractId, hitId, request.opinion(), actor);
        return read(contractId, actor);
    }

    @PostMapping("/contracts/{contractId}/screening/hits/{hitId}/approval")
    @Operation(
            summary = "Approve or refuse a clearance of somebody else",
            description = "By a second legal reviewer or the panel chair.")
    ResponseEntity<ScreeningDocument> approve(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @PathVariable UUID hitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ApprovalRequest request,
            @Parameter(hidden = true) Actor actor) {
        tags.demand(ifMatch, document(contractId, actor));
        answering.decide(contractId, hitId, request.approved(), text(request.reason()), request.seen(), actor);
        return read(contractId, actor);
    }

    private ScreeningDocument document(ContractId contract, Actor viewer) {
        return screenings
                .of(contract, viewer)
                .map(ScreeningDocument::of)
                .orElseThrow(() -> Refused.notFound("There is no such screening, or you may not know of it."));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
