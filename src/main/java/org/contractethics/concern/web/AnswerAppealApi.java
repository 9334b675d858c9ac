package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.contractethics.concern.internal.appeal.Appealing;
import org.contractethics.concern.internal.appeal.RulingOnAppeals;
import org.contractethics.concern.internal.appeal.RulingOnAppeals.Draft;
import org.contractethics.concern.web.ConcernAnswers.ConcernState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appeals against answers to concerns by programs, and rulings on them by people who did not give the answer. */
@RestController
@RequestMapping("/api/concerns/{id}/appeal")
@Tag(name = "Appeals against answers", description = "Once, in time, decided by others")
class AnswerAppealApi {

    private final Appealing appealing;
    private final RulingOnAppeals ruling;
    private final ConcernReader reader;

    AnswerAppealApi(Appealing appealing, RulingOnAppeals ruling, ConcernReader reader) {
        this.appealing = appealing;
        this.ruling = ruling;
        this.reader = reader;
    }

    @Schema(name = "ConcernAppealRequest")
    record AppealRequest(@Nullable String reasons) {}

    /**
     * @param result CONFIRMED or CHANGED
     * @param effect what happens to the contract now
     */
    @Schema(name = "ConcernAppealRulingRequest")
    record RulingRequest(@Nullable String result, @Nullable String reasons, @Nullable String effect) {

        Draft draft() {
            return new Draft(FormFields.orEmpty(result), FormFields.orEmpty(reasons), FormFields.orEmpty(effect));
        }
    }

    @PostMapping
    @Operation(
            summary = "Appeal against the answer",
            description =
                    "By the filer of the concern, until the day in appealUntil. Nobody hears of it before the day is over (UTC).")
    ResponseEntity<ConcernState> appeal(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AppealRequest request,
            @Parameter(hidden = true) Actor filer) {
        return reader.changed(
                id, ifMatch, filer, () -> appealing.appeal(id, FormFields.orEmpty(request.reasons()), filer));
    }

    @PostMapping("/ruling")
    @Operation(
            summary = "Rule on the appeal, with reasons",
            description = "Never by whoever gave the answer. It cannot be changed.")
    ResponseEntity<ConcernState> rule(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RulingRequest request,
            @Parameter(hidden = true) Actor actor) {
        return reader.changed(
                id,
                ifMatch,
                actor,
                Map.of("appeal-result", "result", "appeal-reasons", "reasons", "appeal-effect", "effect"),
                () -> ruling.rule(id, request.draft(), actor));
    }
}
