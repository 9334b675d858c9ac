package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.contractethics.access.EntityTags;
import org.contractethics.concern.internal.FilingConcerns;
import org.contractethics.concern.internal.letter.IssuingTokens;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.ReadingLetters;
import org.contractethics.concern.internal.letter.SigningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.concern.internal.letter.Wording;
import org.contractethics.concern.web.LetterAnswers.LetterAnswer;
import org.contractethics.concern.web.LetterAnswers.LetterLine;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Collective letters for other programs: the same rules as on the pages. */
@RestController
@RequestMapping("/api/letters")
@Tag(
        name = "Letters",
        description =
                "Collective letters: read, open, sign. Numbers are rounded down to steps of five, as of yesterday")
class LetterApi {

    private final ReadingLetters reading;
    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final IssuingTokens issuing;
    private final FilingConcerns filing;
    private final EntityTags tags;

    LetterApi(
            ReadingLetters reading,
            OpeningLetters opening,
            SigningLetters signing,
            IssuingTokens issuing,
            FilingConcerns filing,
            EntityTags tags) {
        this.filing = filing;
        this.tags = tags;
        this.reading = reading;
        this.opening = opening;
        this.signing = signing;
        this.issuing = issuing;
    }

    @Schema(name = "LetterVersionRequest")
    record VersionRequest(@Nullable String text, @Nullable List<@Nullable String> demands) {

        Wording wording() {
            List<String> lines = demands == null
                    ? List.of()
                    : demands.stream().map(FormFields::orEmpty).toList();
            return new Wording(FormFields.orEmpty(text), String.join("\n", lines));
        }
    }

    @Schema(name = "SigningModeRequest")
    record ModeRequest(@Schema(implementation = SigningMode.class) @Nullable String signing) {}

    /** @param version that was read, {@code consents} whether the name may be shown when the number is reached */
    @Schema(name = "LetterSignatureRequest")
    record SignatureRequest(int version, @Nullable Boolean consents) {}

    @Schema(name = "BlindSignatureRequest")
    record BlindRequest(int version, @Nullable String blinded) {}

    @Schema(name = "BlindSignature")
    record BlindAnswer(String blindSignature) {}

    @GetMapping
    @Operation(summary = "All letters")
    List<LetterLine> all() {
        return reading.all().stream().map(LetterLine::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One letter")
    ResponseEntity<LetterAnswer> one(@PathVariable ConcernId id, Actor viewer) {
        return tagged(answer(id, viewer));
    }

    @PostMapping
    @Operation(
            summary = "Open a letter",
            description =
                    "How it is signed cannot be changed afterwards. The same key of the same person names the same letter for"
                            + " good: sent again, it is opened once. Nothing else is kept of who opened it.")
    @ApiResponse(responseCode = "201", description = "Opened")
    ResponseEntity<LetterAnswer> open(
            @RequestBody LetterAnswers.LetterRequest request,
            @Parameter(hidden = true) HttpServletRequest sent,
            Actor author) {
        // no key that is sent has a blank in it, so that no concern is filed under the same
        String key = "letter " + Objects.requireNonNullElse(sent.getHeader("Idempotency-Key"), "");
        OpenLetter command = request.toCommand(filing.idFor(key, author));
        opening.open(command, author);
        LetterAnswer answer = answer(command.id(), author);
        if (!answer.tells(command)) {
            throw Refused.invalid(
                    "You opened another letter under this Idempotency-Key. Send this one with a new key.");
        }
        return ResponseEntity.created(URI.create("/api/letters/" + command.id()))
                .eTag(tags.of(answer))
                .body(answer);
    }

    @PostMapping("/{id}/closing")
    @Operation(
            summary = "Close a letter for signing",
            description = "By who opened it. It cannot be signed, withdrawn from or changed after that.")
    ResponseEntity<LetterAnswer> close(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor author) {
        tags.demand(ifMatch, answer(id, author));
        opening.close(id, author);
        return one(id, author);
    }

    @PostMapping("/{id}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Change the text", description = "Makes a version without signatures.")
    LetterAnswer rewrite(@PathVariable ConcernId id, @RequestBody VersionRequest request, Actor author) {
        opening.rewrite(id, request.wording(), author);
        return answer(id, author);
    }

    @PutMapping("/{id}/signing")
    @Operation(
            summary = "Change how it is signed",
            description = "Always refused with 409: it is fixed when a letter is opened.")
    void changeSigning(@PathVariable ConcernId id, @RequestBody ModeRequest request, Actor author) {
        throw Refused.conflict("How \"%s\" is signed was fixed when it was opened."
                .formatted(reading.find(id).title()));
    }

    @PostMapping("/{id}/signatures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign", description = "Not for letters that are only counted.")
    void sign(@PathVariable ConcernId id, @RequestBody SignatureRequest request, Actor signer) {
        signing.sign(id, request.version(), Boolean.TRUE.equals(request.consents()), signer);
    }

    @DeleteMapping("/{id}/signatures/own")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the own signature back")
    void withdraw(@PathVariable ConcernId id, Actor signer) {
        signing.withdraw(id, signer);
    }

    @PostMapping("/{id}/blind-signatures")
    @Operation(
            summary = "Have a blinded token signed",
            description =
                    "RSABSSA-SHA384-PSS-Randomized (RFC 9474), in hexadecimal; once for each employee and version.")
    BlindAnswer signBlinded(@PathVariable ConcernId id, @RequestBody BlindRequest request, Actor employee) {
        byte[] blinded = BlindSignaturePages.bytes(FormFields.orEmpty(request.blinded()));
        return new BlindAnswer(HexFormat.of().formatHex(issuing.sign(id, request.version(), blinded, employee)));
    }

    private ResponseEntity<LetterAnswer> tagged(LetterAnswer answer) {
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }

    private LetterAnswer answer(ConcernId id, Actor viewer) {
        ReadingLetters.View view = reading.view(id, viewer);
        return LetterAnswer.of(view, reading.issuingKey(view.letter()).orElse(null));
    }
}
