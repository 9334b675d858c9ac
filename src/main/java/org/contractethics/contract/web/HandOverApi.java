package org.contractethics.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.contractethics.access.EntityTags;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisterLines;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.contract.internal.owner.HandOver;
import org.contractethics.contract.internal.owner.HandingOver;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Handing a contract over, for other systems. The same use case as on the page. */
@RestController
@Tag(name = "Contracts", description = "The register of government contracts")
class HandOverApi {

    private final HandingOver handingOver;
    private final ContractRegister register;
    private final RegisterLines lines;
    private final EntityTags tags;

    HandOverApi(HandingOver handingOver, ContractRegister register, RegisterLines lines, EntityTags tags) {
        this.handingOver = handingOver;
        this.register = register;
        this.lines = lines;
        this.tags = tags;
    }

    /** Who owns the contract next, and why. */
    @Schema(name = "HandOverRequest")
    record HandOverRequest(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = 100,
                            description = "Account name of somebody in sales who has no part in the review")
                    @Nullable
                    String owner,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2_000) @Nullable String reasons) {

        HandOver handOver() {
            return new HandOver(owner == null ? "" : owner, reasons == null ? "" : reasons);
        }
    }

    @PostMapping("/api/contracts/{contractId}/hand-over")
    @Operation(
            summary = "Hand a contract over to another account owner",
            description =
                    "By its account owner; by the panel chair or the board committee where the owner has left, no longer works in"
                            + " sales, or lets something be overdue that only they can do. Open questions, clarification requests"
                            + " and conditions of the owner go over with the contract; whoever ever owned it stays excluded from"
                            + " its review (H1).")
    @ApiResponse(responseCode = "200", description = "Handed over; the answer has a new ETag")
    @ApiResponse(responseCode = "403", description = "Not for the caller")
    @ApiResponse(responseCode = "409", description = "The owner is there and nothing is overdue, or nobody owns it yet")
    @ApiResponse(responseCode = "422", description = "The next owner may not own it, or the reasons are missing")
    ResponseEntity<ContractAnswer> handOver(
            @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HandOverRequest request,
            @Parameter(hidden = true) Actor actor) {
        Contract now = handingOver.handable(contractId, actor);
        tags.demand(ifMatch, answer(now, actor));
        handingOver.handOver(contractId, String.valueOf(now.submitter()), request.handOver(), actor);
        ContractAnswer answer = answer(register.get(contractId), actor);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    private ContractAnswer answer(Contract contract, Actor viewer) {
        boolean reads = Visibility.mayReadFacts(contract, viewer);
        return ContractAnswer.of(lines.of(contract, viewer), reads ? ContractAnswer.Facts.of(contract) : null);
    }
}
