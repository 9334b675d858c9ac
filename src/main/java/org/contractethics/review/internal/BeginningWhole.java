package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.CarriedOverReopened;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.review.internal.delta.DeltaReview.Whole;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** H8: nothing is carried over any more, so an open delta review goes on as a whole one. */
@Component
class BeginningWhole {

    private final ReviewCases reviews;
    private final DeltaReviewRows deltas;
    private final CarryingOver carrying;
    private final StageResults results;
    private final VoteRounds rounds;
    private final Votes votes;
    private final StageTasks tasks;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BeginningWhole(
            ReviewCases reviews,
            DeltaReviewRows deltas,
            CarryingOver carrying,
            StageResults results,
            VoteRounds rounds,
            Votes votes,
            StageTasks tasks,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.deltas = deltas;
        this.carrying = carrying;
        this.results = results;
        this.rounds = rounds;
        this.votes = votes;
        this.tasks = tasks;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** The whole review begins with a new pass; whoever calls this moves the process. */
    void withNextPass(ReviewCase review, String because, String actor, Instant now) {
        from(review.pass() + 1, review, because, actor, now);
        reviews.nextPass(review.id());
    }

    /**
     * Because of what became known, wherever the delta review stands before its votes.
     *
     * @return the review, which is a whole one from now on; empty where nothing is carried over in it, where votes were cast on what is
     *     (they stay, and the panel can vote for a return), or where it runs by a version of the procedure that does not go back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<ReviewId> of(ReviewCase review, String because) {
        if (!carrying.stillDelta(review)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (results.form(review.id(), review.pass(), TriageConfirmation.class).isEmpty()) {
            beforeTheTriage(review, because, now);
            return Optional.of(review.id());
        }
        return goesBack(review, because, now) ? Optional.of(review.id()) : Optional.empty();
    }

    /** Nothing is carried over yet. Where the documents were passed over, the triage finds the same reason and begins anew. */
    private void beforeTheTriage(ReviewCase review, String because, Instant now) {
        if (tasks.open(review.id(), Stage.TRIAGE).isEmpty() || carrying.looked(review)) {
            from(review.pass(), review, because, Actor.SYSTEM.username(), now);
        }
    }

    private boolean goesBack(ReviewCase review, String because, Instant now) {
        // keeps every vote out until the end of the transaction, then asks whether there is one
        Optional<VoteRound> round = rounds.open(review.id()).map(open -> rounds.openForClosing(review.id()));
        if (votes.anyInLatestRound(review.id()) || !tasks.beginsAnew(review.id())) {
            return false;
        }
        String actor = Actor.SYSTEM.username();
        round.ifPresent(open -> rounds.close(review.id(), open.round(), actor, now, null));
        withNextPass(review, because, actor, now);
        events.publishEvent(new StageEnds(review.id(), actor));
        events.publishEvent(new CarriedOverReopened(review.id(), now));
        notices.reopened(review, contracts.get(review.contract()), Stage.LEGAL_STOP);
        return true;
    }

    private void from(int pass, ReviewCase review, String because, String actor, Instant now) {
        deltas.whole(review.id(), new Whole(pass, because), now);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("reason", because)
                .recorded("whole-review-begun", review.contract(), actor, now));
    }
}
