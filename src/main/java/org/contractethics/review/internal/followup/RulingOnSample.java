package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReopeningReview;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.ReviewingSample.SampleBasis;
import org.contractethics.review.internal.followup.SampleReview.Choice;
import org.contractethics.review.internal.followup.SampleReview.SampleRuling;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second result that is stricter than the first is ruled on, by somebody who gave neither: the review is opened again, or the decision upheld. */
@Component
public class RulingOnSample {

    private static final String REASON =
            "The review is opened again because a second review of the audit sample was stricter.";

    private final FollowUpWork work;
    private final SampleReviews samples;
    private final SampleBasis basis;
    private final Decisions decisions;
    private final ReviewCases reviews;
    private final ReopeningReview reopening;

    RulingOnSample(
            FollowUpWork work,
            SampleReviews samples,
            SampleBasis basis,
            Decisions decisions,
            ReviewCases reviews,
            ReopeningReview reopening) {
        this.work = work;
        this.samples = samples;
        this.basis = basis;
        this.decisions = decisions;
        this.reviews = reviews;
        this.reopening = reopening;
    }

    public List<FormProblem> problems(@Nullable Choice choice, String reasons) {
        Problems problems = new Problems().when(choice == null, "choice", "Say what follows.");
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons.")
                .list();
    }

    @Transactional
    public void rule(UUID id, @Nullable Choice choice, String reasons, Actor actor) {
        SampleReview sample = basis.lock(id);
        Open open = work.begin(id, sample.contract(), FollowUpStep.RULE_ON_SAMPLE, actor);
        Problems.refuse(problems(choice, reasons));
        Choice chosen = Objects.requireNonNull(choice);
        ReviewId opened = chosen == Choice.REOPEN ? reopen(sample).orElse(null) : null;
        samples.add(id, new SampleRuling(chosen, reasons, opened, actor.username(), open.now()));
        work.finish(
                open,
                "sample-ruled",
                Facts.of(FollowUp.SAMPLE_REVIEW.idFact(), id)
                        .and("reviewId", sample.review())
                        .and("decisionId", sample.decision())
                        .and("result", chosen.name())
                        .and("reasons", reasons)
                        .and("newReviewId", opened),
                Map.of());
    }

    /** Empty where a review is under way already, or begins when services go on; refused where no approval is left to end. */
    private Optional<ReviewId> reopen(SampleReview sample) {
        Optional<ReviewId> opened = reopening.open(sample.contract(), REASON);
        Decision first = decisions.get(sample.decision());
        if (opened.isEmpty() && decisions.lapse(first.id()).isEmpty() && !underWay(first)) {
            throw Refused.conflict(
                    "Nothing is left of this decision that a review could be opened for: it approved nothing,"
                            + " or another one stands in its place, or the contract has ended. It can be upheld, with what follows in"
                            + " the reasons.");
        }
        return opened;
    }

    private boolean underWay(Decision first) {
        ReviewCase newest = reviews.of(first.contract()).get(0);
        return !newest.closed() && (!newest.id().equals(first.review()) || newest.pass() > first.pass());
    }
}
