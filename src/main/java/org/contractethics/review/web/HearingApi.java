package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.measure.HoldingHearing;
import org.contractethics.review.internal.measure.HoldingHearing.Heard;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The hearing of those who signed a concern for programs, recorded as on the page. */
@RestController
@Tag(name = "Hearings", description = "Hearing those who signed a concern about a contract")
class HearingApi {

    private final HoldingHearing hearing;

    HearingApi(HoldingHearing hearing) {
        this.hearing = hearing;
    }

    /**
     * @param account whom the panel heard and what they said, without names of employees
     * @param tier whether the tier stays or rises, and why
     * @param higherTier to which it rises; left out where it stays
     */
    @Schema(name = "HearingRequest")
    record HearingRequest(@Nullable String account, @Nullable String tier, @Nullable Tier higherTier) {}

    @PostMapping("/api/contracts/{contractId}/hearings/{concernId}")
    @Operation(
            summary = "Record a hearing that is due",
            description =
                    "By the panel chair, once; it cannot be changed. While every panel chair has a conflict or may not know of it, by the acting"
                            + " chair, or where none is drawn by the board committee. The decision waits for it. Where the tier rises, a review that was triaged"
                            + " below goes back at once, or by its votes where some are cast, and an approval lapses. 404 where no hearing is due that the"
                            + " caller may know of.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(
            @PathVariable ContractId contractId,
            @PathVariable ConcernId concernId,
            @RequestBody HearingRequest request,
            Actor chair) {
        hearing.record(
                contractId,
                concernId,
                new Heard(Sent.text(request.account()), Sent.text(request.tier()), request.higherTier()),
                chair);
    }
}
