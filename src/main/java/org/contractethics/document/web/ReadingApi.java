package org.contractethics.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.contractethics.access.EntityTags;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.internal.ComparingVersions;
import org.contractethics.document.internal.DocumentCatalogue;
import org.contractethics.document.internal.ReadingReferences;
import org.contractethics.document.web.ApiReading.ApiComparison;
import org.contractethics.document.web.ApiReading.ApiIncorporated;
import org.contractethics.document.web.ApiReading.ApiNode;
import org.contractethics.document.web.ApiReading.ApiReference;
import org.contractethics.document.web.ApiReading.ApiTerms;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is read off the documents of a contract, for other programs. */
@RestController
@RequestMapping("/api/contracts/{contractId}")
@Tag(name = "Documents")
class ReadingApi {

    private final DocumentCatalogue catalogue;
    private final ReadingReferences references;
    private final ComparingVersions comparing;
    private final IncorporatedDocuments incorporated;
    private final EntityTags tags;

    ReadingApi(
            DocumentCatalogue catalogue,
            ReadingReferences references,
            ComparingVersions comparing,
            IncorporatedDocuments incorporated,
            EntityTags tags) {
        this.catalogue = catalogue;
        this.references = references;
        this.comparing = comparing;
        this.incorporated = incorporated;
        this.tags = tags;
    }

    @GetMapping("/documents/{versionId}/outline")
    @Operation(
            summary = "Read the clause tree",
            description = "Each clause with its number, heading, page and sub-clauses.")
    @ApiResponse(responseCode = "200", description = "The clauses at the top, each with those below it")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    List<ApiNode> outline(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor) {
        catalogue.readable(contractId, versionId, actor);
        return ApiReading.tree(catalogue.clauses(versionId));
    }

    @GetMapping("/documents/{versionId}/terms")
    @Operation(
            summary = "List the defined terms",
            description =
                    "With the clauses that define and use each, and what is written like a term but defined nowhere.")
    @ApiResponse(responseCode = "200", description = "The terms by name")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    ApiTerms terms(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor) {
        return ApiTerms.of(references.of(contractId, versionId, actor));
    }

    @GetMapping("/documents/{versionId}/references")
    @Operation(summary = "List the cross-references", description = "A null target: the document has no such clause.")
    @ApiResponse(responseCode = "200", description = "The references in reading order")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    List<ApiReference> references(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(hidden = true) Actor actor) {
        return references.of(contractId, versionId, actor).crossReferences().stream()
                .map(ApiReference::of)
                .toList();
    }

    @GetMapping("/documents/{versionId}/comparison")
    @Operation(
            summary = "Compare with another version or document of the contract",
            description = "Paragraphs that changed, came, went or moved, with the words that differ.")
    @ApiResponse(responseCode = "200", description = "Counts, and the paragraphs that differ")
    @ApiResponse(responseCode = "404", description = "No such document, or you may not know of it")
    @ApiResponse(responseCode = "409", description = "The text of one of the two is not read")
    ApiComparison comparison(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable DocumentVersionId versionId,
            @Parameter(description = "Version before", schema = @Schema(type = "string", format = "uuid")) @RequestParam
                    DocumentVersionId from,
            @Parameter(hidden = true) Actor actor) {
        return ApiComparison.of(
                comparing.compare(contractId, from, versionId, actor).comparison());
    }

    @GetMapping("/incorporated-documents")
    @Operation(
            summary = "List the incorporated documents",
            description = "Documents the contract makes part of itself, and whether they are here to be read.")
    @ApiResponse(responseCode = "200", description = "The documents, and why the set is not read in full")
    @ApiResponse(responseCode = "404", description = "No such contract, or you may not know of it")
    ResponseEntity<ApiIncorporated> incorporated(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable ContractId contractId,
            @Parameter(hidden = true) Actor actor) {
        catalogue.contract(contractId, actor);
        ApiIncorporated answer = ApiIncorporated.of(incorporated, contractId);
        return ResponseEntity.ok().eTag(tags.of(answer)).body(answer);
    }
}
