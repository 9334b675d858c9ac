package org.contractethics.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.contractethics.access.EntityTags;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.LinkingIncorporated;
import org.contractethics.document.internal.ReadingAgain;
import org.contractethics.document.web.ApiReading.ApiIncorporated;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What programs do to documents that are there: have a text read once more, and say which document an incorporated one is. */
@RestController
@RequestMapping("/api/contracts/{contractId}")
@Tag(name = "Documents")
class DocumentWritesApi {

    private final DocumentCatalogue catalogue;
    private final ReadingAgain readingAgain;
    private final LinkingIncorporated linking;
    private final IncorporatedDocuments incorporated;
    private final EntityTags tags;

    DocumentWritesApi(
            DocumentCatalogue catalogue,
            ReadingAgain readingAgain,
            LinkingIncorporated linking,
            IncorporatedDocuments incorporated,
            EntityTags tags) {
        this.catalogue = catalogue;
        this.readingAgain = readingAgain;
        this.linking = linking;
        this.incorporated = incorporated;
        this.tags = tags;
    }

    @Schema(name = "FilePasswordRequest")
    record PasswordRequest(@Nullable String password) {

        /** Says nothing of it, wherever it may be written. */
        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }

    /**
     * @param key of the incorporated document
     * @param document of this contract that it is; left out, what was said is taken back
     */
    @Schema(name = "IncorporationLinkRequest")
    record LinkRequest(@Nullable String key, @Nullable UUID document) {}

    @PostMapping("/documents/{versionId}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Have the text read once more",
            description =
                    "Where it could not be read; one that was read, or is being read, is left alone. By whoever may add"
                            + " documents; an executed copy also by whoever works on the signature gate.")
    void readAgain(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor) {
        readingAgain.read(contractId, versionId, actor);
    }

    @PostMapping("/documents/{versionId}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Have a protected file read with its password",
            description =
                    "By the same people. The password is kept nowhere, nor anything under the Idempotency-Key. 409 where the file does"
                            + " not wait for one; ask for the version again to see whether it was the right one.")
    void readWithPassword(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @RequestBody PasswordRequest request,
            @Parameter(hidden = true) Actor actor) {
        String password = request.password();
        readingAgain.read(contractId, versionId, password == null ? "" : password, actor);
    }

    @PostMapping("/incorporated-documents/links")
    @Operation(
            summary = "Say which document of the contract an incorporated one is",
            description = "By whoever may add documents. It counts as read then if its text is.")
    ResponseEntity<ApiIncorporated> link(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LinkRequest request,
            @Parameter(hidden = true) Actor actor) {
        catalogue.contract(contractId, actor);
        tags.demand(ifMatch, ApiIncorporated.of(incorporated, contractId));
        String key = request.key();
        UUID document = request.document();
        linking.link(contractId, key == null ? "" : key, document == null ? null : new DocumentId(document), actor);
        ApiIncorporated now = ApiIncorporated.of(incorporated, contractId);
        return ResponseEntity.ok().eTag(tags.of(now)).body(now);
    }
}
