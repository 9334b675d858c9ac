package org.contractethics.record.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.ReadingRules;
import org.contractethics.record.internal.erasure.DecidedErasure;
import org.contractethics.record.internal.erasure.ErasingPeople;
import org.contractethics.record.internal.erasure.ErasureRequest;
import org.contractethics.record.internal.erasure.Extent;
import org.contractethics.record.internal.erasure.OpenErasure;
import org.contractethics.shared.Actor;
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

/** Erasures of people from the record by programs: asked for by one, decided on by another. No answer of an act names the person. */
@RestController
@RequestMapping("/api/record/erasures")
@Tag(name = "Erasures", description = "Of a person from the record, by two people together (GDPR Art. 17)")
class ErasureApi {

    private final ErasingPeople erasing;
    private final ReadingRules rules;
    private final EntityTags tags;

    ErasureApi(ErasingPeople erasing, ReadingRules rules, EntityTags tags) {
        this.erasing = erasing;
        this.rules = rules;
        this.tags = tags;
    }

    /**
     * @param subject account name of the person to erase
     * @param name their full name, where texts are searched for it
     * @param mayDecide whether the caller can be its second person
     */
    @Schema(name = "OpenErasure")
    record WaitingErasure(
            UUID id,
            String subject,
            @Nullable String name,
            ErasureBasis basis,
            String reason,
            String requestedBy,
            Instant requestedAt,
            Extent extent,
            boolean mayDecide) {}

    @Schema(name = "DecidedErasure")
    record DecidedLine(boolean erased, ErasureBasis basis, Instant decidedAt, long fields, long entries) {

        static DecidedLine of(DecidedErasure one) {
            return new DecidedLine(one.erased(), one.basis(), one.decidedAt(), one.fields(), one.entries());
        }
    }

    /** @param decided of whom nobody knows any more */
    @Schema(name = "Erasures")
    record ErasuresAnswer(List<WaitingErasure> waiting, List<DecidedLine> decided) {}

    /**
     * @param account of the person to erase
     * @param name full name as it may stand in texts; left out, it is not looked for
     * @param reason without the name of the person, for it stays in the record
     */
    @Schema(name = "ErasureRequest")
    record AskRequest(
            @Nullable String account, @Nullable String name, @Nullable ErasureBasis basis, @Nullable String reason) {

        ErasureRequest toRequest() {
            return new ErasureRequest(text(account), text(name), basis, text(reason));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    @Schema(name = "ErasureAsked")
    record AskedAnswer(UUID id) {}

    @GetMapping
    @Operation(summary = "The erasures that wait, and those decided on", description = "At most 100 decided ones.")
    ErasuresAnswer list(Actor viewer) {
        demandReader(viewer);
        return new ErasuresAnswer(
                erasing.open().stream().map(one -> waiting(one, viewer)).toList(),
                erasing.decided().stream().map(DecidedLine::of).toList());
    }

    @GetMapping("/{erasureId}")
    @Operation(summary = "One erasure that waits, with what it removes")
    ResponseEntity<WaitingErasure> one(@PathVariable UUID erasureId, Actor viewer) {
        WaitingErasure erasure = open(erasureId, viewer);
        return ResponseEntity.ok().eTag(tags.of(erasure)).body(erasure);
    }

    @PostMapping
    @Operation(
            summary = "Ask for the erasure of a person",
            description =
                    "Nothing is erased until somebody else approves it. What the rules refuse is recorded. Nothing is kept"
                            + " under the Idempotency-Key; asked again it is refused.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AskedAnswer> ask(@RequestBody AskRequest request, Actor actor) {
        UUID id = erasing.request(request.toRequest(), actor);
        return ResponseEntity.created(URI.create("/api/record/erasures/" + id)).body(new AskedAnswer(id));
    }

    @PostMapping("/{erasureId}/approval")
    @Operation(summary = "Approve an erasure as the second person", description = "For good, and at once.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(
            @PathVariable UUID erasureId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        tags.demand(ifMatch, open(erasureId, actor));
        erasing.approve(erasureId, actor);
    }

    @PostMapping("/{erasureId}/refusal")
    @Operation(summary = "Decline an erasure as the second person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(
            @PathVariable UUID erasureId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        tags.demand(ifMatch, open(erasureId, actor));
        erasing.decline(erasureId, actor);
    }

    private WaitingErasure open(UUID id, Actor viewer) {
        demandReader(viewer);
        return erasing.open().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> waiting(one, viewer))
                .orElseThrow(() -> Refused.notFound("There is no such erasure to decide on: it was decided already."));
    }

    private void demandReader(Actor viewer) {
        if (!rules.mayReadAll(viewer)) {
            throw Refused.notAllowed("Erasures are read by auditors, the board committee and the ombuds.");
        }
    }

    private WaitingErasure waiting(OpenErasure one, Actor viewer) {
        return new WaitingErasure(
                one.id(),
                one.subject(),
                one.name(),
                one.basis(),
                one.reason(),
                one.requestedBy(),
                one.requestedAt(),
                erasing.extent(one),
                erasing.mayDecide(one, viewer));
    }
}
