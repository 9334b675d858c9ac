package org.contractethics.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.document.web.ApiDocument.ApiClause;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormFileName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The documents of a contract for other programs. */
@RestController
@RequestMapping("/api/contracts/{contractId}/documents")
@Tag(name = "Documents", description = "Contract documents, their versions and clauses")
class DocumentApi {

    private final DocumentCatalogue catalogue;
    private final Uploading uploading;
    private final Original original;

    DocumentApi(DocumentCatalogue catalogue, Uploading uploading, Original original) {
        this.catalogue = catalogue;
        this.uploading = uploading;
        this.original = original;
    }

    @GetMapping
    @Operation(
            summary = "List the documents",
            description = "The newest version of each document, by title, each followed by the files inside it.")
    @ApiResponse(responseCode = "200", description = "The documents; an empty list where there are none")
    @ApiResponse(responseCode = "404", description = "No such contract, or you may not know of it")
    List<ApiDocument> list(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(hidden = true) Actor actor) {
        return catalogue.listed(contractId, actor).stream().map(ApiDocument::of).toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add a document or a new version",
            description = "Up to 50 MB; of the kinds named on the page of the documents, by content. Its text is read"
                    + " afterwards: ask again until the status is READ or FAILED.")
    @ApiResponse(responseCode = "201", description = "Kept; Location leads to it")
    @ApiResponse(responseCode = "403", description = "You may not add documents to this contract")
    @ApiResponse(responseCode = "409", description = "The same file is already there, or the contract is closed")
    @ApiResponse(responseCode = "413", description = "Larger than 50 MB")
    @ApiResponse(
            responseCode = "422",
            description = "Empty, of a kind that is not taken in, or with a title that is too long")
    ResponseEntity<ApiDocument> add(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @RequestParam MultipartFile file,
            @Parameter(
                            description =
                                    "Title of a new document, up to 200 characters; taken from the file name where it is missing")
                    @RequestParam(defaultValue = "")
                    String title,
            @Parameter(
                            description = "Document this is a new version of",
                            schema = @Schema(type = "string", format = "uuid"))
                    @RequestParam(required = false)
                    @Nullable
                    DocumentId document,
            @Parameter(hidden = true) Actor actor) {
        String name = file.getOriginalFilename();
        Upload upload = new Upload(contractId, document, title, FormFileName.decoded(name == null ? "" : name), file);
        DocumentVersion added = uploading.add(upload, actor);
        URI place = URI.create("/api/contracts/" + contractId + "/documents/" + added.id());
        return ResponseEntity.created(place).body(ApiDocument.of(added, List.of(), null));
    }

    @GetMapping("/{versionId}")
    @Operation(summary = "Read one version")
    @ApiResponse(responseCode = "200", description = "The version")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    ApiDocument version(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor) {
        return ApiDocument.of(catalogue.readable(contractId, versionId, actor));
    }

    @GetMapping("/{versionId}/clauses")
    @Operation(summary = "Read the clauses", description = "In reading order; empty until the text has been read.")
    @ApiResponse(responseCode = "200", description = "The clauses")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    List<ApiClause> clauses(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor) {
        catalogue.readable(contractId, versionId, actor);
        Map<Integer, Integer> recognised = catalogue.recognisedPages(versionId);
        return catalogue.clauses(versionId).stream()
                .map(clause -> ApiClause.of(clause, recognised))
                .toList();
    }

    @GetMapping("/{versionId}/original")
    @Operation(summary = "Download the file as it was uploaded")
    @ApiResponse(responseCode = "200", description = "The bytes, as an attachment")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    void original(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        original.write(catalogue.readable(contractId, versionId, actor).version(), response);
    }
}
