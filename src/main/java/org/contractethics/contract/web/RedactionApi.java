package org.contractethics.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.EntityTags;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.contract.internal.redaction.RedactingContracts;
import org.contractethics.contract.internal.redaction.RedactionRequest;
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
import org.springframework.web.bind.annotation.RestController;

/** Redactions of the staff register for other systems (H18), by the same use case as the pages. */
@RestController
@RequestMapping("/api")
@Tag(name = "Redactions", description = "Facts of the register that staff do not see for a time")
class RedactionApi {

    private final RedactingContracts redacting;
    private final EntityTags tags;

    RedactionApi(RedactingContracts redacting, EntityTags tags) {
        this.redacting = redacting;
        this.tags = tags;
    }

    /**
     * @param fields what staff are not to see
     * @param endsOn the last day, twelve months ahead at most
     */
    @Schema(name = "NewRedactionRequest")
    record NewRedactionRequest(
            @Nullable Set<@Nullable RedactedField> fields, @Nullable String reason, @Nullable LocalDate endsOn) {

        RedactionRequest request() {
            Set<RedactedField> chosen = fields == null
                    ? Set.of()
                    : fields.stream()
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RedactedField.class)));
            return new RedactionRequest(chosen, text(reason), endsOn);
        }
    }

    /** Why a redaction is refused, or ends before its day. */
    @Schema(name = "RedactionReason")
    record ReasonRequest(@Nullable String reason) {}

    @GetMapping("/redactions")
    @Operation(
            summary = "The newest redactions of all contracts",
            description = "Those that wait for a decision first; for those who decide on them or check them.")
    List<RedactionAnswer> all(@Parameter(hidden = true) Actor viewer) {
        return redacting.all(viewer).stream()
                .map(redaction -> RedactionAnswer.of(redaction, redacting.today()))
                .toList();
    }

    @GetMapping("/contracts/{contractId}/redactions")
    @Operation(summary = "The redactions of a contract with their reasons", description = "The newest first.")
    List<RedactionAnswer> of(@PathVariable ContractId contractId, @Parameter(hidden = true) Actor viewer) {
        return redacting.of(contractId, viewer).stream()
                .map(redaction -> RedactionAnswer.of(redaction, redacting.today()))
                .toList();
    }

    @GetMapping("/contracts/{contractId}/redactions/{redactionId}")
    @Operation(summary = "One redaction")
    ResponseEntity<RedactionAnswer> read(
            @PathVariable ContractId contractId,
            @PathVariable UUID redactionId,
            @Parameter(hidden = true) Actor viewer) {
        RedactionAnswer answer = answer(contractId, redactionId, viewer);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping("/contracts/{contractId}/redactions")
    @Operation(
            summary = "Ask for a redaction (H18)",
            description =
                    "By the account owner or a legal reviewer, with a reason and a last day. Nothing is withheld before somebody"
                            + " else approves it.")
    @ApiResponse(responseCode = "201", description = "Asked for")
    ResponseEntity<RedactionAnswer> ask(
            @PathVariable ContractId contractId,
            @RequestBody NewRedactionRequest request,
            @Parameter(hidden = true) Actor actor) {
        UUID id = redacting.ask(contractId, request.request(), actor);
        RedactionAnswer answer = answer(contractId, id, actor);
        return ResponseEntity.created(URI.create("/api/contracts/" + contractId + "/redactions/" + id))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @PostMapping("/contracts/{contractId}/redactions/{redactionId}/approval")
    @Operation(
            summary = "Approve a redaction (H18)",
            description =
                    "By the panel chair or the board committee, by nobody who asked for it or ever owned the contract. It ends by"
                            + " itself on its last day.")
    ResponseEntity<RedactionAnswer> approve(
            @PathVariable ContractId contractId,
            @PathVariable UUID redactionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Actor actor) {
        return changed(contractId, redactionId, ifMatch, actor, () -> redacting.approve(redactionId, actor));
    }

    @PostMapping("/contracts/{contractId}/redactions/{redactionId}/refusal")
    @Operation(summary = "Refuse a redaction, with the reason", description = "By whoever could approve it.")
    ResponseEntity<RedactionAnswer> refuse(
            @PathVariable ContractId contractId,
            @PathVariable UUID redactionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) Actor actor) {
        String reason = text(request.reason());
        return changed(contractId, redactionId, ifMatch, actor, () -> redacting.refuse(redactionId, reason, actor));
    }

    @PostMapping("/contracts/{contractId}/redactions/{redactionId}/end")
    @Operation(
            summary = "End a redaction before its day, with the reason",
            description = "By whoever may ask for a redaction of the contract or decide on it.")
    ResponseEntity<RedactionAnswer> end(
            @PathVariable ContractId contractId,
            @PathVariable UUID redactionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) Actor actor) {
        String reason = text(request.reason());
        return changed(contractId, redactionId, ifMatch, actor, () -> redacting.end(redactionId, reason, actor));
    }

    /** Of two who decide on the same at once, the use case, which holds the redaction, refuses the second. */
    private ResponseEntity<RedactionAnswer> changed(
            ContractId contract, UUID id, @Nullable String ifMatch, Actor actor, Runnable act) {
        tags.demand(ifMatch, answer(contract, id, actor));
        act.run();
        return read(contract, id, actor);
    }

    private RedactionAnswer answer(ContractId contract, UUID id, Actor viewer) {
        return redacting.of(contract, viewer).stream()
                .filter(redaction -> redaction.id().equals(id))
                .findFirst()
                .map(redaction -> RedactionAnswer.of(redaction, redacting.today()))
                .orElseThrow(() -> Refused.notFound("There is no such redaction of this contract."));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
