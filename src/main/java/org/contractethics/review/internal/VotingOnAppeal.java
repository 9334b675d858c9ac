package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Appeal.NamedVote;
import org.contractethics.review.internal.Participation.Standing;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S9: members of the board committee vote on an appeal by name, each once, until it is ruled on. */
@Component
public class VotingOnAppeal {

    public static final String MOVE_FIRST =
            "This review runs by a version of the procedure in which a decision cannot be changed on appeal."
                    + " The panel chair can move it to the newest version first; then it can.";

    private final ReviewCases reviews;
    private final Appeals appeals;
    private final JoiningAppeal joining;
    private final Participation participation;
    private final ChangingDecision changing;
    private final StageWork work;
    private final Clock clock;

    VotingOnAppeal(
            ReviewCases reviews,
            Appeals appeals,
            JoiningAppeal joining,
            Participation participation,
            ChangingDecision changing,
            StageWork work,
            Clock clock) {
        this.reviews = reviews;
        this.appeals = appeals;
        this.joining = joining;
        this.participation = participation;
        this.changing = changing;
        this.work = work;
        this.clock = clock;
    }

    /** Why this person cannot vote now; empty where they can, once their declaration of interests is signed. */
    public Optional<Refused> refusal(ReviewCase review, Actor actor) {
        return refusal(participation.standing(review.id(), Stage.APPEAL, actor), actor);
    }

    /** Refuses where this person cannot vote now, also for want of their declaration (H2). */
    public void demandVoter(ReviewCase review, Actor actor) {
        Standing standing = participation.standing(review.id(), Stage.APPEAL, actor);
        refusal(standing, actor).ifPresent(refused -> {
            throw refused;
        });
        if (!standing.declared()) {
            throw UndeclaredInterests.ofAppealVoter(review.id());
        }
    }

    private Optional<Refused> refusal(Standing standing, Actor actor) {
        if (!standing.objections().isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, standing.objections()));
        }
        Optional<Appeal> pending = pending(standing.review().id());
        if (pending.isEmpty()) {
            return Optional.of(Refused.conflict("There is no appeal that waits for a ruling."));
        }
        return appeals.votes(pending.get().id()).stream()
                        .anyMatch(vote -> vote.voter().equals(actor.username()))
                ? Optional.of(Refused.conflict("You voted on this appeal already."))
                : joining.waits(pending.get());
    }

    public Optional<Appeal> pending(ReviewId review) {
        return appeals.pending(review);
    }

    /** What a vote can ask to change the decision to; nothing where the procedure of this review takes no change. */
    public Set<Outcome> outcomes(ReviewCase review) {
        return work.takesChanges(review.id()) ? changing.outcomes(review) : Set.of();
    }

    /** @param outcome what the decision is to be changed to; null unless the vote is for a change */
    public List<FormProblem> problems(
            ReviewCase review, @Nullable AppealResult choice, @Nullable Outcome outcome, String reasons) {
        boolean change = choice == AppealResult.CHANGE;
        return new Problems()
                .when(choice == null, "choice", "Choose how you vote.")
                .when(change && outcome == null, "outcome", "Choose what the decision is changed to.")
                .when(
                        change && outcome != null && !changing.outcomes(review).contains(outcome),
                        "outcome",
                        "The decision cannot be changed to this: the decision tables do not allow it, or it is this already (H6).")
                .when(
                        choice != null && !change && outcome != null,
                        "outcome",
                        "Only a vote that changes the decision has another outcome. Leave this empty.")
                .text(reasons, "reasons", "Give the reasons of your vote.")
                .list();
    }

    @Transactional
    public void vote(
            ReviewId id, @Nullable AppealResult choice, @Nullable Outcome outcome, String reasons, Actor actor) {
        ReviewCase review = reviews.lock(id);
        demandVoter(review, participation.asOfNow(actor));
        Problems.refuse(problems(review, choice, outcome, reasons));
        AppealResult voted = Objects.requireNonNull(choice);
        if (voted == AppealResult.CHANGE && !work.takesChanges(id)) {
            throw Refused.conflict(MOVE_FIRST);
        }
        Instant now = clock.instant();
        appeals.vote(pending(id).orElseThrow().id(), new NamedVote(actor.username(), voted, outcome, reasons, now));
        work.publish(Facts.of("reviewId", id)
                .and("choice", voted.name())
                .and("outcome", outcome)
                .and("reasons", reasons)
                .recorded("appeal-vote-cast", review.contract(), actor.username(), now));
    }
}
