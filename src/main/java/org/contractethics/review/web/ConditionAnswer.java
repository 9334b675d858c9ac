package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.Ruling;
import org.contractethics.review.internal.followup.WaiverProposal;
import org.contractethics.review.internal.followup.Waivers;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a decision, for programs.
 *
 * @param state {@code NOT_STARTED}, {@code OPEN}, {@code REPORTED}, {@code SENT_BACK}, {@code MET} or {@code WAIVED}
 * @param waivedByTwo whether a waiver is proposed, and confirmed by somebody else of the board committee
 * @param approvalRestsOnIt whether nobody can waive it: only conditions allowed the approval, and no other is left
 */
@Schema(name = "Condition")
record ConditionAnswer(
        UUID id,
        UUID review,
        UUID contract,
        String text,
        String owner,
        LocalDate dueOn,
        boolean blocking,
        String evidence,
        String state,
        boolean waivedByTwo,
        boolean approvalRestsOnIt,
        List<ReportAnswer> reports,
        List<RulingAnswer> rulings,
        List<WaiverAnswer> proposedWaivers) {

    static ConditionAnswer of(FollowedCondition condition, Waivers waivers) {
        return new ConditionAnswer(
                condition.id(),
                condition.review().value(),
                condition.contract().value(),
                condition.text(),
                condition.owner(),
                condition.dueOn(),
                condition.blocking(),
                condition.evidence(),
                condition.state().name(),
                waivers.needsTwo(condition.id()),
                waivers.approvalRestsOn(condition.id()),
                condition.reports().stream().map(ReportAnswer::of).toList(),
                condition.rulings().stream().map(RulingAnswer::of).toList(),
                waivers.of(condition.id()).stream().map(WaiverAnswer::of).toList());
    }

    @Schema(name = "ConditionReport")
    record ReportAnswer(
            int number,
            String evidence,
            @Nullable UUID document,
            List<FileAnswer> files,
            String reportedBy,
            Instant reportedAt) {

        static ReportAnswer of(FollowedCondition.Report report) {
            DocumentVersionId document = report.document();
            return new ReportAnswer(
                    report.number(),
                    report.evidence(),
                    document == null ? null : document.value(),
                    report.files().stream().map(FileAnswer::of).toList(),
                    report.reportedBy(),
                    report.reportedAt());
        }
    }

    /**
     * @param number its place below the report, from 1
     * @param sha256 of the original
     * @param outcome whether a copy that is safe to read could be rebuilt
     */
    @Schema(name = "ConditionReportFile")
    record FileAnswer(int number, String fileName, long bytes, String sha256, Outcome outcome) {

        static FileAnswer of(EvidenceFile file) {
            return new FileAnswer(file.number(), file.fileName(), file.bytes(), file.sha256(), file.outcome());
        }
    }

    @Schema(name = "ConditionRuling")
    record RulingAnswer(String result, String reasons, String by, String as, Instant at) {

        static RulingAnswer of(FollowedCondition.Ruling ruling) {
            return new RulingAnswer(
                    ruling.result().name(),
                    ruling.reasons(),
                    ruling.by(),
                    ruling.as().name(),
                    ruling.at());
        }
    }

    /** @param confirmed whether the board committee confirmed it; null while nobody ruled */
    @Schema(name = "ConditionWaiverProposal")
    record WaiverAnswer(
            int number,
            String reasons,
            String by,
            String as,
            Instant at,
            @Nullable Boolean confirmed,
            @Nullable String rulingReasons,
            @Nullable String ruledBy,
            @Nullable Instant ruledAt) {

        static WaiverAnswer of(WaiverProposal one) {
            Ruling ruled = one.ruling();
            return new WaiverAnswer(
                    one.number(),
                    one.reasons(),
                    one.by(),
                    one.as().name(),
                    one.at(),
                    ruled == null ? null : ruled.accepted(),
                    ruled == null ? null : ruled.reasons(),
                    ruled == null ? null : ruled.by(),
                    ruled == null ? null : ruled.at());
        }
    }
}
