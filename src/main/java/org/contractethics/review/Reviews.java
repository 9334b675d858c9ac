package org.contractethics.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/** The reviews, as the other modules see them. */
public interface Reviews {

    Optional<ReviewSummary> find(ReviewId id);

    /** The review of the contract that is open, or else the last one. */
    Optional<ReviewSummary> latestOf(ContractId contract);

    /** The same for many contracts; those without a review are left out. */
    Map<ContractId, ReviewSummary> latestOf(Collection<ContractId> contracts);

    /**
     * Why this person may not work on this stage: separation of duties (H1), recusal (H2), missing role. Asked when a task is
     * claimed and again when it is completed, because roles change in between. Empty means they may.
     */
    List<String> objections(ReviewId review, Stage stage, Actor actor);

    /**
     * Why this person may take no part in this review, whatever the stage: separation of duties (H1), recusal (H2), or a role
     * that only looks on. Empty means nothing bars them.
     */
    List<String> bars(ReviewId review, Actor actor);

    /** Whether the actor already voted in the open vote of this review. */
    boolean hasVoted(ReviewId review, Actor actor);

    /** Answers the three questions above for a whole list, with as many statements as for one review. */
    PartsInReviews partsIn(Collection<ReviewId> reviews);

    /** A stage will be due soon: told to whoever holds its task, or else to those who may take it on. */
    void remind(ReviewId review, StageTasks.StageTask task);

    /** Notes that a stage is overdue: recorded and told to people, never decided (H9). */
    void escalate(ReviewId review, Stage stage, Instant dueAt);

    /** First moment at which a rejection made at the given one can be appealed no more. */
    Instant appealPeriodEnd(Instant decidedAt);

    /** The time to appeal a rejection is over; called by the process. */
    void appealPeriodOver(ReviewId review);

    /**
     * @param tier T1 to T4; null before triage
     * @param outcome of the decision; null before it
     */
    record ReviewSummary(
            ReviewId id,
            ContractId contract,
            String submitter,
            @Nullable String tier,
            @Nullable String outcome,
            boolean closed,
            Instant openedAt) {}

    /** A review began: the process starts in the same transaction. */
    record ReviewOpened(ReviewId review, ContractId contract, String submitter, Instant at) {}

    /** A change after an approval opened a delta review (H8): its process starts in the same transaction. */
    record DeltaReviewOpened(ReviewId review, ContractId contract, String submitter, Instant at) {}

    /** Something carried over is due again: the process goes back to the first stage that is not done (H8). */
    record CarriedOverReopened(ReviewId review, Instant at) {}

    /**
     * A stage was worked off: the process moves on in the same transaction, and refuses if the actor does not hold the task.
     *
     * @param variables small facts the process branches on, for example {@code tier=T3}, {@code legalResult=CLEAR}, {@code
     *     outcome=REJECT}, {@code appealResult=CONFIRM}, {@code gateResult=SIGNED},
     *     {@code triageResult=ANEW}
     */
    record StageCompleted(ReviewId review, Stage stage, String actor, Map<String, String> variables, Instant at) {}

    /** A person takes no part in this review any more, nor in what follows an earlier signature of its contract. */
    sealed interface SteppedAside {

        ReviewId review();

        String person();

        Instant at();
    }

    /** A person declared a conflict of interest: the tasks they hold in this review go back to the pool (H2). */
    record ConflictDeclared(ReviewId review, String person, Instant at) implements SteppedAside {}

    /** The account owner named a person as paid by the contract: the tasks they hold in this review go back to the pool (H1). */
    record NamedAsPaid(ReviewId review, String person, Instant at) implements SteppedAside {}

    /**
     * An approval that waited for the signature or for a ruling lapsed (H8).
     *
     * @param ends whether the review ends with it, because a delta review follows; else it goes back to the account owner
     */
    record ApprovalLapsed(ReviewId review, boolean ends, Instant at) {}

    /** A hearing found a higher tier than the review was triaged to: its process goes back to before the triage. */
    record TierFoundTooLow(ReviewId review, Instant at) {}

    /** The services of the contract are held (S13, S15): an open review of it ends where it stands. */
    record EndedByHold(ReviewId review, Instant at) {}

    /** An appeal was filed against a rejection, within its period. */
    record AppealFiled(ReviewId review, String actor, Instant at) {}
}
