package org.contractethics.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.WritingMessages;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.web.FilesInWords.Told;
import org.contractethics.concern.web.SentFiles.Kept;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of filers, by programs: shown with what is in them before they are sent with a message, read as rebuilt copies. */
@RestController
@RequestMapping("/api/concerns/{id}/files")
@Tag(name = "Files of concerns", description = "Of filers who are signed in. Originals take an opening")
class ConcernFileApi {

    private final ReadingConcerns reading;
    private final WritingMessages writing;
    private final SentFiles files;
    private final FilesInWords told;
    private final ConcernReader reader;

    ConcernFileApi(
            ReadingConcerns reading,
            WritingMessages writing,
            SentFiles files,
            FilesInWords told,
            ConcernReader reader) {
        this.reading = reading;
        this.writing = writing;
        this.files = files;
        this.told = told;
        this.reader = reader;
    }

    /**
     * @param draft with which a message sends them; leads to nobody, and dies with them after a day
     * @param files what each tells besides what it shows
     */
    @Schema(name = "UnsentFiles")
    record UnsentAnswer(String draft, List<UnsentFileAnswer> files) {}

    /**
     * @param outcome whether a copy is made for those who read it, in words
     * @param found what it tells besides what it shows, for example its author
     */
    @Schema(name = "UnsentFile")
    record UnsentFileAnswer(String name, String outcome, List<String> found) {

        static UnsentFileAnswer of(Told told) {
            return new UnsentFileAnswer(
                    told.name(),
                    told.outcome(),
                    told.found().stream()
                            .map(line -> line.label() + ": " + line.detail())
                            .toList());
        }
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Read the copy that was rebuilt of a file",
            description = "For its filer and for those who handle the concern.")
    ResponseEntity<byte[]> copy(
            @PathVariable ConcernId id, @PathVariable int number, @Parameter(hidden = true) Actor viewer) {
        return ConcernFiles.saved(reading.copy(id, number, viewer));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "See what is in files before they are sent",
            description =
                    "By the filer. Nothing is sent by this: a message that names the draft sends them within a day, else they"
                            + " are removed. More files join those of a draft.")
    ResponseEntity<UnsentAnswer> keep(
            @PathVariable ConcernId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String draft,
            @Parameter(hidden = true) Actor filer) {
        writing.demandFiler(id, filer);
        Kept kept = reader.given(id, ifMatch, filer, () -> kept(files, draft));
        return ResponseEntity.ok()
                .eTag(reader.tag(reader.answer(id, filer)))
                .body(new UnsentAnswer(
                        kept.draftText(),
                        told.of(kept.files()).stream().map(UnsentFileAnswer::of).toList()));
    }

    private Kept kept(@Nullable List<MultipartFile> sent, String draft) {
        Kept kept = files.keep(secret(draft), sent, null, FilesInWords.LANGUAGE);
        if (!kept.problems().isEmpty()) {
            throw Refused.invalid(kept.problems());
        }
        if (kept.files().isEmpty()) {
            throw Refused.invalid(List.of(new FormProblem("files", "Send at least one file in the part files.")));
        }
        return kept;
    }

    /** Refuses what is no draft, so that no message goes without the files it was meant to have. */
    static Optional<Secret> secret(String draft) {
        Optional<Secret> secret = Secret.parse(draft);
        if (secret.isEmpty() && !draft.isEmpty()) {
            throw Refused.invalid(List.of(
                    new FormProblem("draft", "This is no draft of files. Send the files first, or leave it out.")));
        }
        return secret;
    }
}
