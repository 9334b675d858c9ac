package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.ExecutedCopies.Compared;
import org.contractethics.document.ExecutedCopies.Copy;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.execution.BringingExecutedCopies;
import org.contractethics.review.internal.execution.CheckingExecution;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
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

/** What was signed, for programs: it is added, never changed, so it needs no If-Match. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/executed-copies")
@Tag(name = "Decisions")
class ExecutedCopyApi {

    private final ReviewAnswers answers;
    private final ReviewCases reviews;
    private final Decisions decisions;
    private final BringingExecutedCopies bringing;
    private final CheckingExecution execution;

    ExecutedCopyApi(
            ReviewAnswers answers,
            ReviewCases reviews,
            Decisions decisions,
            BringingExecutedCopies bringing,
            CheckingExecution execution) {
        this.answers = answers;
        this.reviews = reviews;
        this.decisions = decisions;
        this.bringing = bringing;
        this.execution = execution;
    }

    /**
     * @param likeness of the copy that differs most; DIFFERENT too where a document stands in none
     * @param missing versions decided on that stand in no copy
     */
    @Schema(name = "ExecutedCopies")
    record ExecutedCopiesAnswer(Likeness likeness, List<ExecutedCopyAnswer> copies, List<UUID> missing) {

        static ExecutedCopiesAnswer of(Compared compared) {
            return new ExecutedCopiesAnswer(
                    compared.likeness(),
                    compared.copies().stream().map(ExecutedCopyAnswer::of).toList(),
                    ids(compared.missing()));
        }
    }

    /**
     * @param id by which the confirmation of the signature names it; its bytes are below the documents of the contract
     * @param holds versions decided on that it holds
     * @param additions what was filled into blanks, added behind the end or at the edge of pages
     * @param differences what differs, in sentences
     * @param comparedWith the version that the differences are told against
     */
    @Schema(name = "ExecutedCopy")
    record ExecutedCopyAnswer(
            UUID id,
            String fileName,
            String sha256,
            @Schema(description = "Whether its text is being read, was read, or could not be read")
                    ExtractionStatus status,
            Likeness likeness,
            List<UUID> holds,
            List<String> additions,
            List<String> differences,
            @Nullable UUID comparedWith) {

        static ExecutedCopyAnswer of(Copy copy) {
            DocumentVersion nearest = copy.nearest();
            return new ExecutedCopyAnswer(
                    copy.version().id().value(),
                    copy.version().fileName(),
                    copy.version().sha256(),
                    copy.version().status(),
                    copy.likeness(),
                    ids(copy.holds()),
                    copy.additions(),
                    copy.differences(),
                    nearest == null ? null : nearest.id().value());
        }
    }

    private static List<UUID> ids(List<DocumentVersion> versions) {
        return versions.stream().map(version -> version.id().value()).toList();
    }

    @GetMapping
    @Operation(
            summary = "The executed copies of this round, held against what was decided on (S10)",
            description = "Ask again while the likeness is READING.")
    ExecutedCopiesAnswer brought(@PathVariable ReviewId reviewId, Actor viewer) {
        answers.readable(reviewId, viewer);
        Decision decision = decisions.approvalToSignOn(reviewId);
        return ExecutedCopiesAnswer.of(execution.brought(reviews.get(reviewId), decision));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Bring what was signed (S10)",
            description =
                    "By whoever works on the signature gate. One file, of the kinds and sizes that documents have."
                            + " It is kept with its hash and belongs to no set of documents; its text is read afterwards.")
    @ApiResponse(responseCode = "201", description = "Kept; the answer holds every copy of this round")
    ResponseEntity<ExecutedCopiesAnswer> bring(
            @PathVariable ReviewId reviewId, @RequestParam MultipartFile file, Actor actor) {
        answers.readable(reviewId, actor);
        bringing.bring(reviewId, SentFiles.documents(List.of(file)), actor);
        return ResponseEntity.created(URI.create("/api/reviews/" + reviewId + "/executed-copies"))
                .body(brought(reviewId, actor));
    }
}
