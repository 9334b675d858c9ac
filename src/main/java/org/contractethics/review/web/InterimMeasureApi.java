package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.ImposingInterimMeasure;
import org.contractethics.review.internal.followup.ImposingInterimMeasure.Restriction;
import org.contractethics.review.internal.followup.InterimMeasure;
import org.contractethics.review.internal.followup.InterimMeasures;
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

/** H17 for programs: restricting services at once, for some days. */
@RestController
@RequestMapping("/api/contracts/{contractId}/interim-measures")
@Tag(name = "Interim measures", description = "Emergency restrictions of a signed contract")
class InterimMeasureApi {

    private final ImposingInterimMeasure imposing;
    private final InterimMeasures measures;
    private final FollowUpAnswers answers;
    private final ContractRegister contracts;

    InterimMeasureApi(
            ImposingInterimMeasure imposing,
            InterimMeasures measures,
            FollowUpAnswers answers,
            ContractRegister contracts) {
        this.contracts = contracts;
        this.imposing = imposing;
        this.measures = measures;
        this.answers = answers;
    }

    /** @param causes what can be the cause of a new one: code to words; empty for whoever cannot impose one now */
    @Schema(name = "InterimMeasures")
    record MeasuresAnswer(List<MeasureAnswer> measures, Map<String, String> causes) {}

    /**
     * @param actsAs as what it was imposed: PANEL_CHAIR, or ACTING_CHAIR or BOARD_COMMITTEE where conflicts bar every panel chair
     * @param chairs what bars each panel chair; empty where one imposed it
     * @param result {@code EXPIRED}, {@code CONFIRMED} or {@code ENDED}; null while it runs
     */
    @Schema(name = "InterimMeasure")
    record MeasureAnswer(
            UUID id,
            String cause,
            String restriction,
            String reasons,
            String imposedBy,
            String actsAs,
            Map<String, String> chairs,
            Instant imposedAt,
            Instant endsAt,
            @Nullable String result) {

        static MeasureAnswer of(InterimMeasure measure) {
            InterimMeasure.End end = measure.end();
            return new MeasureAnswer(
                    measure.id(),
                    measure.cause(),
                    measure.restriction(),
                    measure.reasons(),
                    measure.imposedBy(),
                    measure.actsAs().capacity().name(),
                    new TreeMap<>(measure.actsAs().chairs()),
                    measure.imposedAt(),
                    measure.endsAt(),
                    end == null ? null : end.result().name());
        }
    }

    /** @param cause a code of causes */
    @Schema(name = "InterimMeasureRequest")
    record MeasureRequest(@Nullable String cause, @Nullable String restriction, @Nullable String reasons) {

        Restriction restricts() {
            return new Restriction(Sent.text(cause), Sent.text(restriction), Sent.text(reasons));
        }
    }

    @GetMapping
    @Operation(summary = "The interim measures of a contract, and what can be the cause of one")
    ResponseEntity<MeasuresAnswer> of(@PathVariable ContractId contractId, Actor actor) {
        return answers.tagged(answer(contractId, actor));
    }

    @PostMapping
    @Operation(
            summary = "Restrict services at once (H17)",
            description =
                    "By the panel chair alone; while conflicts bar every panel chair by the acting chair, or where none is drawn by the board"
                            + " committee. It ends by itself after some days unless the suspension review that opens with"
                            + " it confirms it; for the same cause it cannot be repeated.")
    ResponseEntity<MeasuresAnswer> impose(
            @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MeasureRequest request,
            Actor actor) {
        answers.demandSeen(ifMatch, contractId, () -> answer(contractId, actor));
        imposing.impose(contractId, request.restricts(), actor);
        return answers.tagged(answer(contractId, actor));
    }

    private MeasuresAnswer answer(ContractId contract, Actor viewer) {
        answers.demandReadable(contract, viewer, "There is no such contract.");
        return new MeasuresAnswer(
                measures.of(contract).stream().map(MeasureAnswer::of).toList(), causes(contract, viewer));
    }

    /** They tell of incidents and conditions, so only whoever chooses among them reads them here. */
    private Map<String, String> causes(ContractId contract, Actor viewer) {
        return imposing.refusal(contracts.get(contract), viewer).isEmpty() ? imposing.causes(contract) : Map.of();
    }
}
