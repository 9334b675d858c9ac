package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contractethics.access.EntityTags;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AssessmentDraft;
import org.contractethics.review.internal.AssessmentDraft.Saved;
import org.contractethics.review.internal.DraftingAssessment;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.PolicyOfReview;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.web.AssessmentDocument.DimensionDocument;
import org.contractethics.review.web.StageRequests.ImpactRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The draft of an assessment for programs, part by part: two people work on it without losing each other's words. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/stages/assessment/draft")
@Tag(name = "Stages")
class AssessmentDraftApi {

    private final StageWork work;
    private final DraftingAssessment drafting;
    private final PolicyOfReview policies;
    private final ImpactForm impacts;
    private final EntityTags tags;

    AssessmentDraftApi(
            StageWork work, DraftingAssessment drafting, PolicyOfReview policies, ImpactForm impacts, EntityTags tags) {
        this.work = work;
        this.drafting = drafting;
        this.policies = policies;
        this.impacts = impacts;
        this.tags = tags;
    }

    /**
     * @param version counts the savings of this part from 1; 0 where nothing was saved yet
     * @param by who saved it last
     */
    @Schema(name = "DraftSaved")
    record SavedDocument(int version, @Nullable String by, @Nullable Instant at) {

        static SavedDocument of(AssessmentDraft draft, String part) {
            Saved last = draft.saved().get(part);
            return last == null
                    ? new SavedDocument(0, null, null)
                    : new SavedDocument(last.version(), last.by(), last.at());
        }
    }

    /**
     * @param rights by code, true where the contract touches it; those not yet marked are left out
     * @param untouchedBecause by code: why it is not touched, where something is said of it
     * @param described codes of the rights whose impact is described so far
     */
    @Schema(name = "DraftedMarks")
    record MarksDocument(
            SortedMap<String, Boolean> rights,
            SortedMap<String, String> untouchedBecause,
            String consultation,
            String proxyReason,
            List<String> described,
            SavedDocument saved) {

        static MarksDocument of(AssessmentDraft draft) {
            return new MarksDocument(
                    new TreeMap<>(draft.touched()),
                    new TreeMap<>(draft.marks().untouchedBecause()),
                    draft.consultation(),
                    draft.proxyReason(),
                    draft.impacts().keySet().stream().sorted().toList(),
                    SavedDocument.of(draft, AssessmentDraft.MARKS));
        }
    }

    /** @param impact null while nothing is described */
    @Schema(name = "DraftedRight")
    record RightDocument(String right, @Nullable DraftedImpact impact, SavedDocument saved) {

        static RightDocument of(AssessmentDraft draft, String right) {
            Impact impact = draft.impacts().get(right);
            return new RightDocument(
                    right, impact == null ? null : DraftedImpact.of(impact), SavedDocument.of(draft, right));
        }
    }

    @Schema(name = "DraftedImpact")
    record DraftedImpact(
            @Nullable String kind,
            String affected,
            String vulnerableGroups,
            DimensionDocument scale,
            DimensionDocument scope,
            DimensionDocument irremediability,
            @Nullable String likelihood,
            @Nullable String involvement,
            @Nullable String leverage,
            String leverageUse,
            String mitigation,
            List<String> clauses,
            List<Integer> sources) {

        static DraftedImpact of(Impact impact) {
            return new DraftedImpact(
                    AssessmentDocument.name(impact.kind()),
                    impact.affected(),
                    impact.vulnerableGroups(),
                    DimensionDocument.of(impact.scale()),
                    DimensionDocument.of(impact.scope()),
                    DimensionDocument.of(impact.irremediability()),
                    AssessmentDocument.name(impact.likelihood()),
                    AssessmentDocument.name(impact.involvement()),
                    AssessmentDocument.name(impact.leverage()),
                    impact.leverageUse(),
                    impact.mitigation(),
                    impact.clauses().stream().map(Impact.ClauseReference::label).toList(),
                    impact.sources());
        }
    }

    /**
     * @param rights by code; those left out stay unmarked
     * @param untouchedBecause by code: why it is not touched, needed for sending where a capability of the contract brings it to mind
     */
    @Schema(name = "DraftMarksRequest")
    record MarksRequest(
            @Nullable Map<String, @Nullable Boolean> rights,
            @Nullable Map<String, @Nullable String> untouchedBecause,
            @Nullable String consultation,
            @Nullable String proxyReason) {}

    @GetMapping("/marks")
    @Operation(
            summary = "The marks of a drafted assessment",
            description =
                    "For who holds the task of S6, and their delegate. Nothing of a draft counts until it is sent.")
    ResponseEntity<MarksDocument> marks(@PathVariable ReviewId reviewId, Actor actor) {
        return tagged(MarksDocument.of(draft(reviewId, actor)));
    }

    @PutMapping("/marks")
    @Operation(
            summary = "Save the marks of a drafted assessment",
            description = "All of this part at once; the descriptions of rights stay as they are.")
    ResponseEntity<MarksDocument> mark(
            @PathVariable ReviewId reviewId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MarksRequest request,
            Actor actor) {
        AssessmentDraft seen = draft(reviewId, actor);
        tags.demand(ifMatch, MarksDocument.of(seen));
        drafting.mark(
                reviewId,
                Sent.marks(request.rights(), request.untouchedBecause(), request.consultation(), request.proxyReason()),
                seen.version(AssessmentDraft.MARKS),
                actor);
        return marks(reviewId, actor);
    }

    @GetMapping("/rights/{right}")
    @Operation(
            summary = "The drafted impact on one right",
            description =
                    "For who holds the task of S6, and their delegate. 404 for a right that is not in the catalogue.")
    ResponseEntity<RightDocument> right(@PathVariable ReviewId reviewId, @PathVariable String right, Actor actor) {
        Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
        return tagged(RightDocument.of(drafting.draft(open.review()), known(open, right)));
    }

    @PutMapping("/rights/{right}")
    @Operation(summary = "Save the drafted impact on one right", description = "The severity comes from the table.")
    ResponseEntity<RightDocument> describe(
            @PathVariable ReviewId reviewId,
            @PathVariable String right,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ImpactRequest request,
            Actor actor) {
        Open open = work.look(reviewId, Stage.ASSESSMENT, actor);
        String code = known(open, right);
        AssessmentDraft seen = drafting.draft(open.review());
        tags.demand(ifMatch, RightDocument.of(seen, code));
        String named = Sent.text(request.right());
        if (!named.isEmpty() && !named.equals(code)) {
            throw Refused.invalid(
                    "The body names " + named + " and the address " + code + ". Send one right at a time.");
        }
        Impact impact = impacts.impact(open.contract().id(), code, request.values());
        drafting.write(reviewId, impact, seen.version(code), actor);
        return right(reviewId, code, actor);
    }

    private AssessmentDraft draft(ReviewId review, Actor actor) {
        return drafting.draft(work.look(review, Stage.ASSESSMENT, actor).review());
    }

    private String known(Open open, String right) {
        return policies.of(open.review())
                .right(right)
                .orElseThrow(() -> Refused.notFound("There is no such right in the catalogue."))
                .code();
    }

    private <T> ResponseEntity<T> tagged(T document) {
        return ResponseEntity.ok().eTag(tags.of(document)).body(document);
    }
}
