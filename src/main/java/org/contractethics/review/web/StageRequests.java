package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.internal.CheckingDocuments.Check;
import org.contractethics.review.internal.Impact;
import org.contractethics.review.internal.RecordingResearch.Claim;
import org.contractethics.review.internal.RecordingResearch.Findings;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.Lowering;
import org.contractethics.review.internal.StageForm.Measure;
import org.contractethics.review.internal.StageForm.MeasureKind;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.TriageAnswers;
import org.contractethics.review.internal.evidence.Supports;
import org.contractethics.review.internal.returning.SameDeal;
import org.jspecify.annotations.Nullable;

/** What programs send for the stages before the vote; the names are those of the fields in the forms. */
final class StageRequests {

    private StageRequests() {}

    /** @param seenHash the document set that was looked through, as in {@code currentDocumentSetHash} */
    @Schema(name = "DocumentCheckRequest")
    record DocumentCheckRequest(@Nullable String seenHash, boolean confirmed, @Nullable String gaps) {

        Check check() {
            return new Check(Sent.text(seenHash), confirmed, Sent.text(gaps));
        }
    }

    @Schema(name = "LegalStopRequest")
    record LegalStopRequest(@Nullable LegalResult result, @Nullable String reasons) {}

    /**
     * What is left out was not researched; that is never low and raises the tier (H16).
     *
     * @param recordReason asked for where an earlier triage found worse of the same agency
     * @param sameDeal asked for where a like contract was refused or ended: its reference, {@code NONE} or {@code UNKNOWN}
     */
    @Schema(name = "TriageRequest")
    record TriageRequest(
            @Nullable Boolean sanctions,
            @Nullable Boolean conflict,
            @Nullable Boolean finding,
            @Nullable AgencyRecord record,
            @Nullable String recordReason,
            @Nullable Band band,
            @Nullable Boolean vulnerable,
            @Nullable Boolean gap,
            @Nullable Boolean collective,
            @Nullable Tier tier,
            @Nullable String raiseReason,
            @Nullable String sameDeal,
            @Nullable String sameDealReasons) {

        SameDeal said() {
            return new SameDeal(Sent.text(sameDeal), Sent.text(sameDealReasons));
        }

        TriageAnswers answers() {
            return new TriageAnswers(
                    band == null ? null : band.name(),
                    record == null ? null : record.name(),
                    sanctions,
                    conflict,
                    finding,
                    vulnerable,
                    gap,
                    collective,
                    Sent.text(recordReason));
        }
    }

    /** Country bands. */
    enum Band {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /** What is known of the agency. */
    enum AgencyRecord {
        NONE,
        ALLEGATIONS,
        DOCUMENTED,
        SYSTEMATIC
    }

    @Schema(name = "ResearchRequest")
    record ResearchRequest(
            @Nullable String endUse,
            @Nullable String intended,
            @Nullable String unintended,
            @Nullable String laws,
            @Nullable List<@Nullable EvidenceRequest> evidence) {

        Findings findings() {
            return new Findings(
                    Sent.text(endUse),
                    Sent.text(intended),
                    Sent.text(unintended),
                    Sent.text(laws),
                    Sent.rows(evidence).stream().map(EvidenceRequest::claim).toList());
        }
    }

    /**
     * @param supports the statement of the research that the claim supports
     * @param listed number of a source of the review's list; where it is given, the source is not described again
     */
    @Schema(name = "EvidenceRequest")
    record EvidenceRequest(
            @Nullable Supports supports,
            @Nullable String text,
            @Nullable Integer listed,
            @Nullable SourceRequest source) {

        Claim claim() {
            return new Claim(
                    supports, Sent.text(text), listed, (source == null ? SourceRequest.EMPTY : source).described());
        }
    }

    /**
     * @param rights every right of the catalogue: true where the contract touches it
     * @param untouchedBecause by code: why it is not touched, needed where a capability of the contract brings it to mind
     */
    @Schema(name = "AssessmentRequest")
    record AssessmentRequest(
            @Nullable Map<String, @Nullable Boolean> rights,
            @Nullable Map<String, @Nullable String> untouchedBecause,
            @Nullable String consultation,
            @Nullable String proxyReason,
            @Nullable List<@Nullable ImpactRequest> impacts) {}

    /**
     * @param leverageUse how the company can use its leverage
     * @param clauses one a line: the number of the clause, or its address in the document viewer
     * @param sources numbers in the list of the review
     */
    @Schema(name = "ImpactRequest")
    record ImpactRequest(
            @Nullable String right,
            Impact.@Nullable Kind kind,
            @Nullable String affected,
            @Nullable String vulnerableGroups,
            @Nullable Integer scale,
            @Nullable String scaleReason,
            @Nullable Integer scope,
            @Nullable String scopeReason,
            @Nullable Integer irremediability,
            @Nullable String irremediabilityReason,
            @Nullable Likelihood likelihood,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage,
            @Nullable String leverageUse,
            @Nullable String mitigation,
            @Nullable String clauses,
            @Nullable List<@Nullable Integer> sources) {

        /** The same form that people fill in. */
        FormValues values() {
            return FormValues.none()
                    .with("kind", kind)
                    .with("affected", Sent.text(affected))
                    .with("vulnerable-groups", Sent.text(vulnerableGroups))
                    .with("scale", scale)
                    .with("scale-reason", Sent.text(scaleReason))
                    .with("scope", scope)
                    .with("scope-reason", Sent.text(scopeReason))
                    .with("irremediability", irremediability)
                    .with("irremediability-reason", Sent.text(irremediabilityReason))
                    .with("likelihood", likelihood)
                    .with("involvement", involvement)
                    .with("leverage", leverage)
                    .with("leverage-use", Sent.text(leverageUse))
                    .with("mitigation", Sent.text(mitigation))
                    .with("clauses", Sent.text(clauses))
                    .with(
                            "sources",
                            Sent.rows(sources).stream().map(String::valueOf).toList());
        }
    }

    /**
     * @param safeguards what was found in the contract, by code; one that is left out was not checked
     * @param safeguardReasons by code: number or heading of the clause of the documents that holds a safeguard which the findings do not
     *     show; of one that was promised, what and by whom
     */
    @Schema(name = "MitigationRequest")
    record MitigationRequest(
            @Nullable List<@Nullable MeasureRequest> measures,
            @Nullable List<@Nullable ResidualRequest> residuals,
            @Nullable Map<String, @Nullable SafeguardState> safeguards,
            @Nullable String missingSafeguards,
            @Nullable Map<String, @Nullable String> safeguardReasons) {

        Mitigation mitigation() {
            return new Mitigation(
                    Sent.rows(measures).stream().map(MeasureRequest::measure).toList(),
                    Sent.rows(residuals).stream().map(ResidualRequest::residual).toList(),
                    Sent.known(safeguards),
                    Sent.text(missingSafeguards),
                    Sent.known(safeguardReasons),
                    Map.of(),
                    Map.of());
        }
    }

    @Schema(name = "MeasureRequest")
    record MeasureRequest(
            @Nullable MeasureKind kind,
            @Nullable String text,
            @Nullable String verification,
            @Nullable List<@Nullable String> rights) {

        Measure measure() {
            return new Measure(kind, Sent.text(text), Sent.text(verification), Sent.list(rights));
        }
    }

    /**
     * What is left of the impact on a right; a number that is left out is not known. Each number that is lower than assessed has its
     * reason and the measure it rests on, counted from 1.
     */
    @Schema(name = "ResidualRequest")
    record ResidualRequest(
            @Nullable String right,
            @Nullable Integer scale,
            @Nullable Integer scope,
            @Nullable Integer irremediability,
            @Nullable Likelihood likelihood,
            @Nullable String scaleReason,
            @Nullable Integer scaleMeasure,
            @Nullable String scopeReason,
            @Nullable Integer scopeMeasure,
            @Nullable String irremediabilityReason,
            @Nullable Integer irremediabilityMeasure,
            @Nullable String likelihoodReason,
            @Nullable Integer likelihoodMeasure) {

        Residual residual() {
            return new Residual(
                    Sent.text(right),
                    scale,
                    scope,
                    irremediability,
                    likelihood,
                    Map.of(
                            "scale", new Lowering(Sent.text(scaleReason), scaleMeasure),
                            "scope", new Lowering(Sent.text(scopeReason), scopeMeasure),
                            "irremediability", new Lowering(Sent.text(irremediabilityReason), irremediabilityMeasure),
                            "likelihood", new Lowering(Sent.text(likelihoodReason), likelihoodMeasure)));
        }
    }
}
