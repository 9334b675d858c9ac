package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Reviews.TierFoundTooLow;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A hearing, or a finding against the triage, gives a higher tier than an open review was triaged to: it goes back at once to its
 * documents, is triaged anew, and is examined as the higher tier asks. Votes that were cast stay; they approve nothing any more, and the
 * review is returned by them.
 */
@Component
public class TriagingAnew {

    private static final Set<Stage> BETWEEN =
            EnumSet.of(Stage.RESEARCH, Stage.ASSESSMENT, Stage.MITIGATION, Stage.VOTE);

    private final ReviewCases reviews;
    private final VoteRounds rounds;
    private final Votes votes;
    private final DeltaReviewRows deltas;
    private final StageTasks tasks;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TriagingAnew(
            ReviewCases reviews,
            VoteRounds rounds,
            Votes votes,
            DeltaReviewRows deltas,
            StageTasks tasks,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.rounds = rounds;
        this.votes = votes;
        this.deltas = deltas;
        this.tasks = tasks;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the review goes back; where none is between its triage and its votes, nothing happens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean because(ContractId contract, Tier found) {
        return reviews.of(contract).stream()
                .findFirst()
                .map(review -> reviews.lock(review.id()))
                .filter(review -> below(review, found) && between(review))
                .filter(this::goesBack)
                .map(review -> told(review, found))
                .isPresent();
    }

    private static boolean below(ReviewCase review, Tier found) {
        Tier tier = review.tier();
        return !review.closed() && tier != null && tier.compareTo(found) < 0;
    }

    /** A delta review goes back only by a version of the procedure that does. */
    private boolean between(ReviewCase review) {
        return tasks.open(review.id()).stream().map(StageTask::stage).anyMatch(BETWEEN::contains)
                && (deltas.find(review.id()).isEmpty() || tasks.beginsAnew(review.id()));
    }

    private boolean goesBack(ReviewCase review) {
        // keeps every vote out until the end of the transaction, then asks whether there is one
        Optional<VoteRound> round = rounds.open(review.id()).map(open -> rounds.openForClosing(review.id()));
        if (round.isPresent() && votes.anyInLatestRound(review.id())) {
            return false;
        }
        Instant now = clock.instant();
        String actor = Actor.SYSTEM.username();
        round.ifPresent(open -> rounds.close(review.id(), open.round(), actor, now, null));
        reviews.nextPass(review.id());
        events.publishEvent(new StageEnds(review.id(), actor));
        events.publishEvent(new TierFoundTooLow(review.id(), now));
        return true;
    }

    private ReviewCase told(ReviewCase review, Tier found) {
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("tier", review.confirmedTier().name())
                .and("found", found.name())
                .recorded("review-triaged-anew", review.contract(), Actor.SYSTEM.username(), clock.instant()));
        notices.reopened(review, contracts.get(review.contract()), firstOpen(review));
        return review;
    }

    private Stage firstOpen(ReviewCase review) {
        return tasks.open(review.id()).stream()
                .map(StageTask::stage)
                .findFirst()
                .orElse(Stage.DOCUMENT_CHECK);
    }
}
