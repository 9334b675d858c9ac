package org.contractethics.review.web;

import java.util.List;
import org.contractethics.access.EntityTags;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reviews as the API answers them, with the tag that a change has to name. */
@Component
class ReviewAnswers {

    private final ReviewCases reviews;
    private final ReviewFindings findings;
    private final StageTasks tasks;
    private final ContractRegister contracts;
    private final Documents documents;
    private final EntityTags tags;

    ReviewAnswers(
            ReviewCases reviews,
            ReviewFindings findings,
            StageTasks tasks,
            ContractRegister contracts,
            Documents documents,
            EntityTags tags) {
        this.reviews = reviews;
        this.findings = findings;
        this.tasks = tasks;
        this.contracts = contracts;
        this.documents = documents;
        this.tags = tags;
    }

    ResponseEntity<ReviewDocument> answer(ReviewId id, Actor viewer) {
        ReviewDocument document = readable(id, viewer);
        return ResponseEntity.ok().eTag(tags.of(document)).body(document);
    }

    /** Every review of the contract, the newest first, for whoever may read its facts. */
    List<ReviewCase> ofContract(ContractId id, Actor viewer) {
        if (!contracts.mayReadFacts(contracts.get(id), viewer)) {
            throw Refused.notFound("There is no such contract.");
        }
        return reviews.of(id);
    }

    ReviewDocument readable(ReviewId id, Actor viewer) {
        if (!mayRead(id, viewer)) {
            throw Refused.notFound("There is no such review.");
        }
        return document(reviews.get(id));
    }

    boolean mayRead(ReviewId id, Actor viewer) {
        Contract contract = contracts.get(reviews.get(id).contract());
        return contracts.mayReadFacts(contract, viewer);
    }

    /** Refuses a change by who did not see the review as it is; holds it until the end of the transaction. */
    void demandSeen(@Nullable String ifMatch, ReviewId id, Actor actor) {
        readable(id, actor);
        reviews.lock(id);
        tags.demand(ifMatch, readable(id, actor));
    }

    /** The same without holding the review: voters do not wait for each other. */
    void demandSeenByVoter(@Nullable String ifMatch, ReviewId id, Actor actor) {
        tags.demand(ifMatch, readable(id, actor));
    }

    private ReviewDocument document(ReviewCase review) {
        ReviewId id = review.id();
        return new ReviewDocument(
                id.toString(),
                review.contract().toString(),
                review.tier() == null ? null : review.tier().name(),
                review.outcome(),
                review.closed(),
                review.pass(),
                review.documentSetHash(),
                documents.documentSetHash(review.contract()),
                review.openedAt(),
                tasks.open(id).stream()
                        .map(task -> task.stage().taskKey())
                        .sorted()
                        .toList(),
                findings.openVote(review),
                findings.stages(review),
                findings.triage(review),
                findings.assessment(review),
                findings.openedVotes(review),
                findings.decisions(review));
    }
}
