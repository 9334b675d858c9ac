package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageResults;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads one review. */
@RestController
@Tag(name = "Reviews", description = "Where a review stands, what its stages found, and its decision")
class ReviewApi {

    private final ReviewCases reviews;
    private final StageResults results;
    private final Decisions decisions;
    private final StageTasks tasks;
    private final ContractRegister contracts;

    ReviewApi(
            ReviewCases reviews,
            StageResults results,
            Decisions decisions,
            StageTasks tasks,
            ContractRegister contracts) {
        this.reviews = reviews;
        this.results = results;
        this.decisions = decisions;
        this.tasks = tasks;
        this.contracts = contracts;
    }

    /** @param openStages what waits to be done now */
    record ReviewDocument(
            String id,
            String contract,
            @Nullable String tier,
            @Nullable String outcome,
            boolean closed,
            int pass,
            String documentSetHash,
            Instant openedAt,
            List<String> openStages,
            List<StageDocument> stages,
            List<DecisionDocument> decisions) {}

    record StageDocument(String stage, String code, int pass, Instant startedAt, Instant completedAt) {}

    /** @param lapsed why the approval holds no longer; null while it does */
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
            int dissents) {}

    record ConditionDocument(String id, String text, LocalDate dueOn, boolean blocking) {}

    @Operation(summary = "One review")
    @GetMapping("/api/reviews/{reviewId}")
    ReviewDocument review(@PathVariable ReviewId reviewId, Actor actor) {
        ReviewCase review = reviews.get(reviewId);
        Contract contract = contracts.get(review.contract());
        if (!contracts.mayReadFacts(contract, actor)) {
            throw Refused.notFound("There is no such review.");
        }
        return new ReviewDocument(
                review.id().toString(),
                review.contract().toString(),
                review.tier() == null ? null : review.tier().name(),
                review.outcome(),
                review.closed(),
                review.pass(),
                review.documentSetHash(),
                review.openedAt(),
                tasks.open(reviewId).stream()
                        .map(task -> task.stage().taskKey())
                        .toList(),
                results.of(reviewId).stream()
                        .map(result -> new StageDocument(
                                result.stage().taskKey(),
                                result.stage().code(),
                                result.pass(),
                                result.startedAt(),
                                result.completedAt()))
                        .toList(),
                decisions.of(reviewId).stream().map(this::decision).toList());
    }

    private DecisionDocument decision(Decision decision) {
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
                decisions.lapse(decision.id()).orElse(null),
                decision.conditions().stream()
                        .map(condition -> new ConditionDocument(
                                condition.id().toString(), condition.text(), condition.dueOn(), condition.blocking()))
                        .toList(),
                decision.dissents().size());
    }
}
