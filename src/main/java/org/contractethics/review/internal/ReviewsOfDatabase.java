package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;

/** The reviews as the other modules see them. */
@Component
class ReviewsOfDatabase implements Reviews {

    private static final PartsInReviews NOBODY = new Parts(Map.of());

    private final ReviewCases reviews;
    private final Participation participation;
    private final VoteRounds rounds;
    private final Votes votes;
    private final AppealPeriod appealPeriod;
    private final PassingTime time;

    ReviewsOfDatabase(
            ReviewCases reviews,
            Participation participation,
            VoteRounds rounds,
            Votes votes,
            AppealPeriod appealPeriod,
            PassingTime time) {
        this.reviews = reviews;
        this.participation = participation;
        this.rounds = rounds;
        this.votes = votes;
        this.appealPeriod = appealPeriod;
        this.time = time;
    }

    @Override
    public Optional<ReviewSummary> find(ReviewId id) {
        return reviews.find(id).map(ReviewCase::summary);
    }

    @Override
    public Optional<ReviewSummary> latestOf(ContractId contract) {
        return reviews.of(contract).stream().findFirst().map(ReviewCase::summary);
    }

    @Override
    public Map<ContractId, ReviewSummary> latestOf(Collection<ContractId> contracts) {
        return reviews.latestOf(contracts).stream()
                .collect(Collectors.toMap(ReviewCase::contract, ReviewCase::summary));
    }

    @Override
    public List<String> objections(ReviewId review, Stage stage, Actor actor) {
        return participation.objections(reviews.get(review), stage, actor);
    }

    @Override
    public PartsInReviews partsIn(Collection<ReviewId> ids) {
        return ids.isEmpty() ? NOBODY : participation.in(ids);
    }

    @Override
    public boolean hasVoted(ReviewId review, Actor actor) {
        return rounds.open(review)
                .map(round -> votes.hasVoted(review, round.round(), actor.username()))
                .orElse(false);
    }

    @Override
    public List<String> bars(ReviewId review, Actor actor) {
        return participation.bars(reviews.get(review), actor);
    }

    @Override
    public void remind(ReviewId review, StageTask task) {
        time.remind(review, task);
    }

    @Override
    public void escalate(ReviewId review, Stage stage, Instant dueAt) {
        time.escalate(review, stage, dueAt);
    }

    @Override
    public Instant appealPeriodEnd(Instant decidedAt) {
        return appealPeriod.end(decidedAt);
    }

    @Override
    public void appealPeriodOver(ReviewId review) {
        time.appealPeriodOver(review);
    }
}
