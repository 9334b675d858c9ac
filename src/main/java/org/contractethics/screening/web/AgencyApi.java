package org.contractethics.screening.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.contractethics.screening.internal.agencies.AgencyFinding;
import org.contractethics.screening.internal.agencies.Citation;
import org.contractethics.screening.internal.agencies.CitingFindings;
import org.contractethics.screening.internal.agencies.WithdrawingFindings;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of agencies for other programs. */
@RestController
@RequestMapping("/api/agencies/findings")
@Tag(name = "Agencies", description = "What courts, inquiries and others found of agencies, with the source")
class AgencyApi {

    private final CitingFindings citing;
    private final WithdrawingFindings withdrawing;

    AgencyApi(CitingFindings citing, WithdrawingFindings withdrawing) {
        this.citing = citing;
        this.withdrawing = withdrawing;
    }

    /**
     * @param level ALLEGATIONS, DOCUMENTED or SYSTEMATIC
     * @param foundOn day as 2018-06-19
     */
    @Schema(name = "AgencyFindingRequest")
    record CitationRequest(
            @Nullable String agency,
            @Nullable String level,
            boolean international,
            @Nullable String source,
            @Nullable String title,
            @Nullable String address,
            @Nullable String foundOn,
            @Nullable String summary,
            @Nullable String steps) {

        Citation citation() {
            return new Citation(
                    text(agency),
                    text(level),
                    international,
                    text(source),
                    text(title),
                    text(address),
                    text(foundOn),
                    text(summary),
                    text(steps));
        }
    }

    @Schema(name = "AgencyFindingWithdrawalRequest")
    record WithdrawalRequest(@Nullable String reason) {}

    @Schema(name = "AgencyFindingRulingRequest")
    record RulingRequest(boolean accepted, @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "Findings on agencies, also those withdrawn",
            description = "Of agencies whose name begins with these words, or that are known by them, for example ICE.")
    List<AgencyFinding> list(@RequestParam(defaultValue = "") String agency) {
        return citing.beginning(agency);
    }

    @PostMapping
    @Operation(summary = "Cite a finding", description = "It counts at triage at once.")
    @ResponseStatus(HttpStatus.CREATED)
    AgencyFinding cite(@RequestBody CitationRequest request, @Parameter(hidden = true) Actor actor) {
        return citing.cite(request.citation(), actor);
    }

    @PostMapping("/{findingId}/withdrawal")
    @Operation(summary = "Ask to withdraw a finding", description = "It counts until somebody else agrees.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void propose(
            @PathVariable UUID findingId,
            @RequestBody WithdrawalRequest request,
            @Parameter(hidden = true) Actor actor) {
        withdrawing.propose(findingId, text(request.reason()), actor);
    }

    @PostMapping("/{findingId}/withdrawal/ruling")
    @Operation(summary = "Agree to a withdrawal that somebody else asked for, or keep the finding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(@PathVariable UUID findingId, @RequestBody RulingRequest request, @Parameter(hidden = true) Actor actor) {
        withdrawing.rule(findingId, request.accepted(), text(request.reason()), actor);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
