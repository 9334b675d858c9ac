package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    LetterApi(ReadingLetters reading, OpeningLetters opening, SigningLetters signing, IssuingTokens issuing) {
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
    LetterAnswer one(@PathVariable ConcernId id, Actor viewer) {
        return answer(id, viewer);
    }

    @PostMapping
    @Operation(summary = "Open a letter", description = "How it is signed cannot be changed afterwards.")
    ResponseEntity<LetterAnswer> open(@RequestBody LetterAnswers.LetterRequest request, Actor author) {
        OpenLetter command = request.toCommand(new ConcernId(UUID.randomUUID()));
        opening.open(command, author);
        return ResponseEntity.created(URI.create("/api/letters/" + command.id()))
                .body(answer(command.id(), author));
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

    private LetterAnswer answer(ConcernId id, Actor viewer) {
        ReadingLetters.View view = reading.view(id, viewer);
        return LetterAnswer.of(view, reading.issuingKey(view.letter()).orElse(null));
    }
}
