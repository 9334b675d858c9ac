package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.contract.AgencyType;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.retriage.FindingAgainstTriage;
import org.contractethics.review.internal.retriage.FindingAgainstTriage.Found;
import org.contractethics.review.internal.retriage.FindingAgainstTriage.Raised;
import org.contractethics.review.internal.retriage.FoundFacts;
import org.contractethics.review.internal.retriage.TriageFinding;
import org.contractethics.review.internal.retriage.TriageFindings;
import org.contractethics.review.internal.retriage.TriageQuestion;
import org.contractethics.review.web.StageRequests.AgencyRecord;
import org.contractethics.review.web.StageRequests.Band;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Findings against the triage for programs. They are added, never changed, and hold the task of a stage: no If-Match. */
@RestController
@RequestMapping("/api/reviews/{reviewId}/triage-findings")
@Tag(name = "Evidence")
class TriageFindingApi {

    private final EvidenceFrame frame;
    private final FindingAgainstTriage finding;
    private final TriageFindings findings;

    TriageFindingApi(EvidenceFrame frame, FindingAgainstTriage finding, TriageFindings findings) {
        this.frame = frame;
        this.finding = finding;
        this.findings = findings;
    }

    /**
     * What is left out is as the triage took it; a flag counts where it is true.
     *
     * @param source number of a source in the list of the review
     */
    @Schema(name = "TriageFindingRequest")
    record TriageFindingRequest(
            @Nullable AgencyType agencyType,
            @Nullable Band band,
            @Nullable AgencyRecord record,
            @Nullable Boolean sanctions,
            @Nullable Boolean conflict,
            @Nullable Boolean finding,
            @Nullable Boolean vulnerable,
            @Nullable Boolean gap,
            @Nullable Integer source,
            @Nullable String why) {

        Found found() {
            return new Found(
                    new FoundFacts(Rows.name(agencyType), Rows.name(band), Rows.name(record), yes()),
                    source,
                    Sent.text(why));
        }

        private Set<TriageQuestion> yes() {
            Map<TriageQuestion, @Nullable Boolean> answers = new EnumMap<>(TriageQuestion.class);
            answers.put(TriageQuestion.SANCTIONS, sanctions);
            answers.put(TriageQuestion.CONFLICT, conflict);
            answers.put(TriageQuestion.FINDING, finding);
            answers.put(TriageQuestion.VULNERABLE, vulnerable);
            answers.put(TriageQuestion.GAP, gap);
            answers.values().removeIf(answer -> !Boolean.TRUE.equals(answer));
            return answers.keySet();
        }
    }

    /**
     * @param facts name of an input of the decision tables to what was found
     * @param tier what the tables give with these facts
     */
    @Schema(name = "TriageFinding")
    record TriageFindingDocument(
            int pass,
            String stage,
            String person,
            @Nullable String onBehalfOf,
            Map<String, String> facts,
            int source,
            String why,
            Tier tier,
            Instant foundAt) {

        static TriageFindingDocument of(TriageFinding found) {
            return new TriageFindingDocument(
                    found.pass(),
                    found.stage().name(),
                    found.person(),
                    found.onBehalfOf(),
                    found.facts().codes(),
                    found.source(),
                    found.why(),
                    found.tier(),
                    found.foundAt());
        }
    }

    /** @param goesBack whether the review is triaged anew at once; otherwise its vote is returned */
    @Schema(name = "TriageFindingResult")
    record TriageFindingResult(Tier tier, boolean goesBack) {}

    @GetMapping
    @Operation(summary = "What was found against the triage")
    List<TriageFindingDocument> read(@PathVariable ReviewId reviewId, Actor viewer) {
        return findings.of(frame.readable(reviewId, viewer).id()).stream()
                .map(TriageFindingDocument::of)
                .toList();
    }

    @PostMapping
    @Operation(
            summary = "Find a fact to be worse than the triage took it",
            description =
                    "By whoever holds the task of research, assessment or mitigation. Refused where the tables give no"
                            + " higher tier; otherwise the review goes back and is triaged anew, never below this tier.")
    TriageFindingResult find(@PathVariable ReviewId reviewId, @RequestBody TriageFindingRequest request, Actor actor) {
        frame.readable(reviewId, actor);
        Raised raised = finding.find(reviewId, request.found(), actor);
        return new TriageFindingResult(raised.tier(), raised.goesBack());
    }
}
