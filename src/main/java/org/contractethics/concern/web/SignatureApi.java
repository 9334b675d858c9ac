package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.letter.InvalidatingSignatures;
import org.contractethics.concern.internal.letter.ReadingLetters;
import org.contractethics.concern.internal.letter.ReadingSignatures;
import org.contractethics.concern.internal.letter.ReadingSignatures.Names;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
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

/** Who signed a letter, for programs, as far as its mode lets the caller know; and signatures that do not count. */
@RestController
@RequestMapping("/api/letters/{id}/signatures")
@Tag(name = "Letters")
class SignatureApi {

    private final ReadingLetters reading;
    private final ReadingSignatures signatures;
    private final InvalidatingSignatures invalidating;
    private final EntityTags tags;

    SignatureApi(
            ReadingLetters reading,
            ReadingSignatures signatures,
            InvalidatingSignatures invalidating,
            EntityTags tags) {
        this.reading = reading;
        this.signatures = signatures;
        this.invalidating = invalidating;
        this.tags = tags;
    }

    /** @param sealed whether names cannot be opened at the moment; then there are none */
    @Schema(name = "LetterSignatures")
    record SignaturesAnswer(List<SignatureLine> signatures, boolean sealed) {

        static SignaturesAnswer of(Names names) {
            return new SignaturesAnswer(
                    names.names().stream()
                            .map(name -> new SignatureLine(name.id(), name.name()))
                            .toList(),
                    names.sealed());
        }
    }

    @Schema(name = "LetterSignature")
    record SignatureLine(UUID id, String name) {}

    /** @param because how it is known that this person did not sign */
    @Schema(name = "InvalidationRequest")
    record InvalidationRequest(@Nullable String because) {}

    @GetMapping
    @Operation(
            summary = "Who signed the version in force",
            description = "As far as the mode of the letter lets the caller know, of days that are over.")
    ResponseEntity<SignaturesAnswer> names(@PathVariable ConcernId id, Actor viewer) {
        SignaturesAnswer answer = answer(id, viewer);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    @PostMapping("/{signature}/invalidation")
    @Operation(
            summary = "Declare a signature invalid",
            description = "By those who handle the letter and see its names. What has followed from the letter stays.")
    ResponseEntity<SignaturesAnswer> invalidate(
            @PathVariable ConcernId id,
            @PathVariable UUID signature,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody InvalidationRequest request,
            Actor officer) {
        tags.demand(ifMatch, answer(id, officer));
        invalidating.invalidate(id, signature, FormFields.orEmpty(request.because()), officer);
        return names(id, officer);
    }

    private SignaturesAnswer answer(ConcernId id, Actor viewer) {
        return SignaturesAnswer.of(signatures.names(reading.view(id, viewer).letter(), viewer));
    }
}
