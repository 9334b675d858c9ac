package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.StageResult;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.web.TablesDocument.TriageDocument;
import org.contractethics.review.web.VotesDocument.DissentDocument;
import org.jspecify.annotations.Nullable;

/**
 * A review as the API tells it. Sealed votes are not in it, nor how many were cast: it stays the same while a vote runs.
 *
 * @param documentSetHash of the documents the review is about
 * @param currentDocumentSetHash of the documents as they are now
 * @param openStages what waits to be done now
 * @param vote the vote that is open; null where none is
 * @param triage of the present pass; null before it
 * @param assessment of the present pass; null before it
 * @param openedVotes votes that were closed and opened together (H4)
 */
@Schema(name = "Review")
record ReviewDocument(
        String id,
        String contract,
        @Nullable String tier,
        @Nullable String outcome,
        boolean closed,
        int pass,
        String documentSetHash,
        String currentDocumentSetHash,
        Instant openedAt,
        List<String> openStages,
        @Nullable OpenVote vote,
        List<StageDocument> stages,
        @Nullable TriageDocument triage,
        @Nullable AssessmentDocument assessment,
        List<VotesDocument> openedVotes,
        List<DecisionDocument> decisions) {

    /** @param allowed outcomes the decision tables leave open */
    @Schema(name = "OpenVote")
    record OpenVote(int round, boolean panel, List<String> allowed) {

        static OpenVote of(VoteRound round) {
            return new OpenVote(
                    round.round(),
                    round.panel(),
                    round.space().allowed().stream().sorted().map(Outcome::name).toList());
        }
    }

    @Schema(name = "StageDone")
    record StageDocument(String stage, String code, int pass, Instant startedAt, Instant completedAt) {

        static StageDocument of(StageResult result) {
            return new StageDocument(
                    result.stage().taskKey(),
                    result.stage().code(),
                    result.pass(),
                    result.startedAt(),
                    result.completedAt());
        }
    }

    /**
     * @param lapsed why the approval holds no longer; null while it does
     * @param dissentingOpinions the votes that did not carry, with their reasons (H5)
     * @param tables what it was derived from
     */
    @Schema(name = "Decision")
    record DecisionDocument(
            String id,
            String outcome,
            String tier,
            String reasons,
            List<String> rights,
            int policyVersion,
            String policyHash,
            String documentSetHash,
            Instant decidedAt,
            @Nullable LocalDate expiresOn,
            @Nullable String lapsed,
            List<ConditionDocument> conditions,
            List<AskedConditionDocument> askedConditions,
            int dissents,
            List<DissentDocument> dissentingOpinions,
            TablesDocument tables) {

        static DecisionDocument of(Decision decision, @Nullable String lapsed) {
            return new DecisionDocument(
                    decision.id().toString(),
                    decision.outcome().name(),
                    decision.tier().name(),
                    decision.reasons(),
                    decision.rights(),
                    decision.policyNumber(),
                    decision.policyHash(),
                    decision.documentSetHash(),
                    decision.decidedAt(),
                    decision.expiresOn(),
                    lapsed,
                    decision.conditions().stream().map(ConditionDocument::of).toList(),
                    decision.asked().stream().map(AskedConditionDocument::of).toList(),
                    decision.dissents().size(),
                    decision.dissents().stream().map(DissentDocument::of).toList(),
                    TablesDocument.of(decision.tables().space()));
        }
    }

    @Schema(name = "ConditionOfDecision")
    record ConditionDocument(String id, String text, LocalDate dueOn, boolean blocking) {

        static ConditionDocument of(Decision.Condition condition) {
            return new ConditionDocument(
                    condition.id().toString(), condition.text(), condition.dueOn(), condition.blocking());
        }
    }
}
