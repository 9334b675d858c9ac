package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.contractethics.review.internal.followup.InForce;
import org.contractethics.review.internal.followup.InForceStatements;
import org.contractethics.review.internal.followup.StatingInForce;
import org.contractethics.review.internal.followup.StatingInForce.Claim;
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

/** For programs: contracts that were in force before their review. */
@RestController
@RequestMapping("/api/contracts/{contractId}/in-force")
@Tag(name = "Monitoring")
class InForceApi {

    private final StatingInForce stating;
    private final InForceStatements statements;
    private final FollowUpAnswers answers;

    InForceApi(StatingInForce stating, InForceStatements statements, FollowUpAnswers answers) {
        this.stating = stating;
        this.statements = statements;
        this.answers = answers;
    }

    /**
     * @param since first day on which it was in force before its review; null, as the rest, where nobody stated it
     * @param statedBy account name; {@code system} where a published award says so
     */
    @Schema(name = "InForce")
    record InForceAnswer(
            @Nullable LocalDate since, @Nullable String source, @Nullable String statedBy, @Nullable Instant statedAt) {

        static InForceAnswer of(InForce stated) {
            return new InForceAnswer(stated.since(), stated.source(), stated.statedBy(), stated.statedAt());
        }
    }

    @Schema(name = "InForceRequest")
    record InForceRequest(@Nullable LocalDate since, @Nullable String source) {}

    @GetMapping
    @Operation(summary = "Since when a contract was in force before it was reviewed, and what shows that")
    ResponseEntity<InForceAnswer> of(@PathVariable ContractId contractId, Actor viewer) {
        return answers.tagged(answer(contractId, viewer));
    }

    @PostMapping
    @Operation(
            summary = "State that a contract was in force before its review",
            description =
                    "Once, by legal, the panel chair or the board committee without a part in the sale (H1). Its services can then be"
                            + " restricted, suspended and ended; of a contract that was rejected or stopped, a suspension review opens"
                            + " with it. It is no approval and no signature.")
    ResponseEntity<InForceAnswer> state(
            @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody InForceRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, contractId, () -> answer(contractId, actor));
        stating.state(contractId, new Claim(request.since(), Sent.text(request.source())), actor);
        return answers.tagged(answer(contractId, actor));
    }

    private InForceAnswer answer(ContractId contract, Actor viewer) {
        answers.demandReadable(contract, viewer, "There is no such contract.");
        return statements.find(contract).map(InForceAnswer::of).orElse(new InForceAnswer(null, null, null, null));
    }
}
