package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Appeal.NamedVote;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S9: members of the board committee vote on an appeal by name, each once, until it is ruled on. */
@Component
public class VotingOnAppeal {

    private final ReviewCases reviews;
    private final Appeals appeals;
    private final Participation participation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VotingOnAppeal(
            ReviewCases reviews,
            Appeals appeals,
            Participation participation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.appeals = appeals;
        this.participation = participation;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person cannot vote now; empty where they can. */
    public Optional<Refused> refusal(ReviewCase review, Actor actor) {
        List<String> objections = participation.objections(review, Stage.APPEAL, actor);
        if (!objections.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
        }
        Optional<Appeal> pending = pending(review.id());
        if (pending.isEmpty()) {
            return Optional.of(Refused.conflict("There is no appeal that waits for a ruling."));
        }
        return appeals.votes(pending.get().id()).stream()
                        .anyMatch(vote -> vote.voter().equals(actor.username()))
                ? Optional.of(Refused.conflict("You voted on this appeal already."))
                : Optional.empty();
    }

    public Optional<Appeal> pending(ReviewId review) {
        return appeals.pending(review);
    }

    public List<FormProblem> problems(@Nullable AppealResult choice, String reasons) {
        return new Problems()
                .when(choice == null, "choice", "Choose how you vote.")
                .text(reasons, "reasons", "Give the reasons of your vote.")
                .list();
    }

    @Transactional
    public void vote(ReviewId id, @Nullable AppealResult choice, String reasons, Actor actor) {
        ReviewCase review = reviews.lock(id);
        refusal(review, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(choice, reasons));
        AppealResult voted = Objects.requireNonNull(choice);
        Instant now = clock.instant();
        appeals.vote(pending(id).orElseThrow().id(), new NamedVote(actor.username(), voted, reasons, now));
        events.publishEvent(Facts.of("reviewId", id)
                .and("choice", voted.name())
                .and("reasons", reasons)
                .recorded("appeal-vote-cast", review.contract(), actor.username(), now));
    }
}
