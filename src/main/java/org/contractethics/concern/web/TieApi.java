package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.measure.TyingContracts;
import org.contractethics.concern.internal.measure.UndoingTies;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.concern.web.ConcernRequests.ReasonRequest;
import org.contractethics.concern.web.TieAnswers.TieToUndo;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
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

/** Ties of concerns to contracts, by programs: made and undone by whoever handles the concern, confirmed or refused by a second person. */
@RestController
@RequestMapping("/api/concerns")
@Tag(
        name = "Ties of concerns",
        description = "The second person learns of the concern nothing but the contract and the reason")
class TieApi {

    private static final String BY_SECOND =
            "If-Match names the tie, not the concern, which the second person may not read.";

    private final TyingContracts tying;
    private final UndoingTies undoing;
    private final ConcernReader reader;
    private final EntityTags tags;

    TieApi(TyingContracts tying, UndoingTies undoing, ConcernReader reader, EntityTags tags) {
        this.tying = tying;
        this.undoing = undoing;
        this.reader = reader;
        this.tags = tags;
    }

    /** @param contract reference of the contract */
    @Schema(name = "ConcernTieRequest")
    record TieRequest(@Nullable String contract, @Nullable String reason) {}

    @GetMapping("/ties")
    @Operation(summary = "The ties whose undoing waits for the caller as second person")
    List<TieToUndo> list(@Parameter(hidden = true) Actor second) {
        return waiting(second);
    }

    @GetMapping("/{id}/ties/{contract}")
    @Operation(
            summary = "A tie whose undoing waits, for the second person",
            description = "404 for everybody else; whoever handles the concern reads it there.")
    ResponseEntity<TieToUndo> one(
            @PathVariable ConcernId id, @PathVariable ContractId contract, @Parameter(hidden = true) Actor second) {
        TieToUndo tie = seen(id, contract, second).orElseThrow(HandledConcerns::unknown);
        return ResponseEntity.ok().eTag(tags.of(tie)).body(tie);
    }

    @PostMapping("/{id}/ties")
    @Operation(
            summary = "Tie a concern about a capability, the policy or the process to a contract",
            description =
                    "It is about that contract, too, from then on: weighed there, and kept from whoever had a hand in it. A"
                            + " tie that was undone can be made again.")
    ResponseEntity<ConcernState> tie(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TieRequest request,
            @Parameter(hidden = true) Actor officer) {
        String contract = FormFields.orEmpty(request.contract());
        String reason = FormFields.orEmpty(request.reason());
        return reader.changed(
                id,
                ifMatch,
                officer,
                Map.of("tie-contract", "contract"),
                () -> tying.tie(id, contract, reason, officer));
    }

    @PostMapping("/{id}/ties/{contract}/undoing")
    @Operation(
            summary = "Undo the tie of a concern to a contract",
            description =
                    "At once where nothing was done about the contract because of the concern; else when a second person"
                            + " confirms it, and not after the last day. What waits on the contract is ended first, by its own act.")
    ResponseEntity<ConcernState> undo(
            @PathVariable ConcernId id,
            @PathVariable ContractId contract,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) Actor officer) {
        String because = FormFields.orEmpty(request.reason());
        return reader.changed(id, ifMatch, officer, () -> undoing.undo(id, contract, because, officer));
    }

    @PostMapping("/{id}/ties/{contract}/undoing/taking-back")
    @Operation(
            summary = "Take back that a tie is undone",
            description = "By whoever asked for it, while it waits for a second person. The tie stands.")
    ResponseEntity<ConcernState> takeBack(
            @PathVariable ConcernId id,
            @PathVariable ContractId contract,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor officer) {
        return reader.changed(id, ifMatch, officer, () -> undoing.takeBack(id, contract, officer));
    }

    @PostMapping("/{id}/ties/{contract}/undoing/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm as the second person that a tie is undone", description = BY_SECOND)
    void confirm(
            @PathVariable ConcernId id,
            @PathVariable ContractId contract,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor second) {
        bySecond(id, contract, ifMatch, second, () -> undoing.confirm(id, contract, second));
    }

    @PostMapping("/{id}/ties/{contract}/undoing/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse as the second person that a tie is undone", description = BY_SECOND)
    void refuse(
            @PathVariable ConcernId id,
            @PathVariable ContractId contract,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) Actor second) {
        String because = FormFields.orEmpty(request.reason());
        bySecond(id, contract, ifMatch, second, () -> undoing.refuse(id, contract, because, second));
    }

    private void bySecond(ConcernId id, ContractId contract, @Nullable String ifMatch, Actor second, Runnable act) {
        Optional<TieToUndo> seen = seen(id, contract, second);
        seen.ifPresent(tie -> tags.demand(ifMatch, tie));
        act.run();
        if (seen.isEmpty()) {
            throw Refused.conflict("This was asked for at this moment. Read it, then decide.");
        }
    }

    private Optional<TieToUndo> seen(ConcernId id, ContractId contract, Actor second) {
        return waiting(second).stream()
                .filter(one ->
                        one.concern().equals(id.value()) && one.tie().contract().equals(contract.value()))
                .findFirst();
    }

    private List<TieToUndo> waiting(Actor second) {
        return undoing.forSecondPerson(second).stream().map(TieToUndo::of).toList();
    }
}
