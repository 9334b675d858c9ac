package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews as the other modules see them. */
@Component
class ReviewsOfDatabase implements Reviews {

    private final ReviewCases reviews;
    private final Participation participation;
    private final VoteRounds rounds;
    private final Votes votes;
    private final Appeals appeals;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewsOfDatabase(
            ReviewCases reviews,
            Participation participation,
            VoteRounds rounds,
            Votes votes,
            Appeals appeals,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.participation = participation;
        this.rounds = rounds;
        this.votes = votes;
        this.appeals = appeals;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<ReviewSummary> find(ReviewId id) {
        return reviews.find(id).map(ReviewCase::summary);
    }

    @Override
    public Map<ReviewId, ReviewSummary> findAll(Collection<ReviewId> ids) {
        return reviews.findAll(ids).stream()
                .collect(Collectors.toMap(ReviewCase::id, ReviewCase::summary, (a, b) -> a));
    }

    @Override
    public Optional<ReviewSummary> latestOf(ContractId contract) {
        return reviews.of(contract).stream().findFirst().map(ReviewCase::summary);
    }

    @Override
    public List<String> objections(ReviewId review, Stage stage, Actor actor) {
        return participation.objections(reviews.get(review), stage, actor);
    }

    @Override
    public boolean hasVoted(ReviewId review, Actor actor) {
        return rounds.open(review)
                .map(round -> votes.hasVoted(review, round.round(), actor.username()))
                .orElse(false);
    }

    @Override
    @Transactional
    public void escalate(ReviewId id, Stage stage, Instant dueAt) {
        ReviewCase review = reviews.get(id);
        events.publishEvent(Facts.of("reviewId", id)
                .and("stage", stage.name())
                .and("dueAt", dueAt)
                .recorded("stage-escalated", review.contract(), Actor.SYSTEM.username(), clock.instant()));
        notices.escalated(review, contracts.get(review.contract()), stage, dueAt);
    }

    @Override
    @Transactional
    public void appealPeriodOver(ReviewId id) {
        ReviewCase review = reviews.lock(id);
        boolean appealed = appeals.of(id).stream().anyMatch(appeal -> appeal.ruling() == null);
        if (Outcome.REJECT.name().equals(review.outcome()) && !appealed) {
            reviews.close(id, clock.instant());
        }
    }
}
