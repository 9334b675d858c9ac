package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.FollowUps.FollowUpEnded;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.ReviewingAnew;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.ReReview.BroughtForward;
import org.contractethics.review.internal.followup.ReReview.Done;
import org.contractethics.review.internal.followup.ReReview.Result;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S11: looks at a signed contract again at the interval of its tier, counted from the last look. It approves nothing. */
@Component
public class ReReviewing {

    private final FollowUpWork work;
    private final ReReviews reReviews;
    private final ReviewCases reviews;
    private final StandingApproval approval;
    private final VisibilityLimits limits;
    private final SignedContracts signed;
    private final Separation separation;
    private final ReviewingAnew opening;

    ReReviewing(
            FollowUpWork work,
            ReReviews reReviews,
            ReviewCases reviews,
            StandingApproval approval,
            VisibilityLimits limits,
            SignedContracts signed,
            Separation separation,
            ReviewingAnew opening) {
        this.work = work;
        this.reReviews = reReviews;
        this.reviews = reviews;
        this.approval = approval;
        this.limits = limits;
        this.signed = signed;
        this.separation = separation;
        this.opening = opening;
    }

    /** What was signed is signed anew, or has ended. */
    void end(ContractId contract, Instant now) {
        reReviews.openOf(contract).ifPresent(old -> {
            reReviews.close(old.id(), now);
            work.publish(new FollowUpEnded(FollowUp.RE_REVIEW, old.id(), now));
        });
    }

    /** The contract was signed: an older re-review ends, a new one begins. */
    void begin(ReviewCase review, Instant now) {
        end(review.contract(), now);
        ReReview begun =
                new ReReview(UUID.randomUUID(), review.contract(), review.id(), now, null, List.of(), List.of());
        reReviews.add(begun);
        work.publish(new FollowUpBegan(
                FollowUp.RE_REVIEW,
                begun.id(),
                review.contract(),
                review.confirmedTier().name(),
                Map.of("nextAt", start(approval.firstLook(review, dayOf(now)))),
                separation.excluded(review.contract()),
                now));
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    /** When it is looked at again. */
    public LocalDate nextOn(ReReview reReview) {
        return reReview.nextBroughtForward().stream()
                .map(BroughtForward::nextOn)
                .min(LocalDate::compareTo)
                .orElseGet(() -> byInterval(reReview));
    }

    private LocalDate byInterval(ReReview reReview) {
        return reReview.results().stream()
                .reduce((first, second) -> second)
                .map(Done::nextOn)
                .orElseGet(() -> approval.firstLook(reviews.get(reReview.review()), dayOf(reReview.startedAt())));
    }

    public List<FormProblem> problems(ReReview reReview, @Nullable Result result, String reasons) {
        Problems problems = new Problems()
                .when(result == null, "result", "Say whether the approval is still valid.")
                .when(
                        result == Result.STILL_VALID
                                && limits.current(reReview.contract()).isEmpty(),
                        "result",
                        "A monitor has to state first what of the use cannot be seen. Without that nobody can say that the"
                                + " approval is still valid.");
        if (result == Result.STILL_VALID) {
            approval.over(reReview.review(), dayOf(work.now())).ifPresent(over -> problems.when(true, "result", over));
        }
        return Texts.demand(problems, reasons, "reasons", "Give the reasons.").list();
    }

    @Transactional
    public Result finish(UUID id, @Nullable Result result, String reasons, Actor actor) {
        signed.lock(reReviews.get(id).contract());
        ReReview reReview = reReviews.get(id);
        Open open = work.begin(id, reReview.contract(), FollowUpStep.RE_REVIEW, actor);
        Problems.refuse(problems(reReview, result, reasons));
        Result found = Objects.requireNonNull(result);
        demandRunning(open);
        Done done = done(reReview, found, reasons, open);
        reReviews.add(id, done);
        Map<String, String> branch = new HashMap<>(Map.of("reReviewResult", found.name()));
        if (done.nextOn() != null) {
            branch.put("nextAt", start(done.nextOn()));
        } else {
            reReviews.close(id, open.now());
        }
        work.finish(
                open,
                "re-review-done",
                Facts.of(FollowUp.RE_REVIEW.idFact(), id)
                        .and("result", found.name())
                        .and("reasons", reasons)
                        .and("nextOn", done.nextOn())
                        .and("validUntil", done.validUntil())
                        .and("newReviewId", done.newReview()),
                branch);
        return found;
    }

    /** What is held or being reviewed is decided on elsewhere; the task waits until that is done. */
    private void demandRunning(Open open) {
        ContractState state = signed.lock(open.contract()).state();
        if (state != ContractState.SIGNED) {
            throw Refused.conflict("This contract is " + state.words()
                    + ". That is decided on first; the re-review can be finished after it.");
        }
    }

    private Done done(ReReview reReview, Result result, String reasons, Open open) {
        LocalDate today = dayOf(open.now());
        boolean valid = result == Result.STILL_VALID;
        ReviewId newReview = valid ? null : opening.open(reReview.contract(), open.actor());
        LocalDate until = valid ? approval.holdsOnUntil(reReview.review(), today) : null;
        return new Done(
                reReview.results().size() + 1,
                result,
                reasons,
                newReview,
                open.actor().username(),
                open.now(),
                until == null ? null : approval.nextLook(reReview.review(), today, until),
                until);
    }
}
