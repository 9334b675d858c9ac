package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.contractethics.review.internal.followup.Monitoring;
import org.contractethics.review.internal.followup.VisibilityLimits;
import org.contractethics.review.internal.followup.VisibilityLimits.Limits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
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

/** S11 for programs: what nobody can see of the use of a signed contract. */
@RestController
@RequestMapping("/api/contracts/{contractId}")
@Tag(name = "Monitoring", description = "What became known of a signed contract, and what cannot be seen")
class MonitoringApi {

    private static final String MISSING = "There is no such contract.";

    private final Monitoring monitoring;
    private final VisibilityLimits limits;
    private final FollowUpAnswers answers;

    MonitoringApi(Monitoring monitoring, VisibilityLimits limits, FollowUpAnswers answers) {
        this.monitoring = monitoring;
        this.limits = limits;
        this.answers = answers;
    }

    /** @param statements the newest, which holds, first; empty where none was made */
    @Schema(name = "VisibilityLimits")
    record LimitsAnswer(List<LimitsStatement> statements) {}

    /** @param version counts from 1 */
    @Schema(name = "VisibilityStatement")
    record LimitsStatement(int version, String statement, String statedBy, Instant statedAt) {

        static LimitsStatement of(Limits limits) {
            return new LimitsStatement(limits.version(), limits.statement(), limits.statedBy(), limits.statedAt());
        }
    }

    @Schema(name = "VisibilityRequest")
    record LimitsRequest(@Nullable String statement) {}

    @GetMapping("/visibility-limits")
    @Operation(summary = "What of the use of a contract nobody can see, in every version that was stated")
    ResponseEntity<LimitsAnswer> limits(@PathVariable ContractId contractId, Actor viewer) {
        return answers.tagged(stated(contractId, viewer));
    }

    @PostMapping("/visibility-limits")
    @Operation(
            summary = "State the limits of visibility of a signed contract (S11)",
            description =
                    "By a monitor without a part in the sale (H1). It takes the place of the statement before, which stays"
                            + " readable.")
    ResponseEntity<LimitsAnswer> state(
            @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LimitsRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, contractId, () -> stated(contractId, actor));
        monitoring.state(contractId, Sent.text(request.statement()), actor);
        return answers.tagged(stated(contractId, actor));
    }

    private LimitsAnswer stated(ContractId contract, Actor viewer) {
        answers.demandReadable(contract, viewer, MISSING);
        return new LimitsAnswer(
                limits.of(contract).stream().map(LimitsStatement::of).toList());
    }
}
