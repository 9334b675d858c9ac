package org.contractethics.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** What follows a signature, as the processes see it. A timer tells people and ends what has an end; it approves nothing (H9). */
public interface FollowUps {

    /**
     * Why this person may not work on this step: separation of duties (H1), recusal (H2), missing role. Asked when a task is
     * claimed and again when it is completed, because roles change in between. Empty means they may.
     *
     * @param subject id of the condition, the suspension review or the re-review
     */
    List<String> objections(UUID subject, FollowUpStep step, Actor actor);

    /** The concern it began with, where it did: whatever is recorded of it names this, so that it is kept from the same people. */
    Optional<ConcernId> concernOf(UUID subject, FollowUpStep step);

    /** Whether this person may learn that there is this task: not where a concern kept from them led to it (H13). */
    boolean mayKnow(UUID subject, FollowUpStep step, Actor actor);

    /**
     * The suspension reviews that wait for a proposal of this person because conflicts bar everybody who is a panel chair. Their task is
     * of the chair's role; it belongs in this person's work list all the same.
     */
    Set<UUID> inPlaceOfChairs(Actor actor);

    /** A step will be due soon: told to whoever holds its task, or else to those who may take it on. */
    void remind(UUID subject, FollowUpTasks.FollowUpTask task);

    /** A condition will be due soon: told to its owner. */
    void conditionDueSoon(UUID condition);

    /** Answers the same for a whole list, with as many statements as for one of each kind. */
    PartsInFollowUps partsIn(Map<UUID, FollowUp> subjects);

    /**
     * Who has a part in some of what follows signatures, read once. True of the moment it was read: for showing lists, never for
     * deciding whether an act is allowed. Asked of a subject it was not read for, it refuses with 404.
     */
    interface PartsInFollowUps {

        /** As {@link FollowUps#objections}. */
        List<String> objections(UUID subject, FollowUpStep step, Actor actor);
    }

    /** Notes that a step is overdue: recorded and told to people, never decided (H9). */
    void escalate(UUID subject, FollowUpStep step, Instant dueAt);

    /** A condition is overdue for longer than the owner has; opens a suspension review where it is a blocking one (H10). */
    void longOverdue(UUID condition);

    /** The days of an interim measure are over and no suspension decision confirmed it: the restriction ends (H17). */
    void interimOver(UUID measure);

    /** The review interval of a signed contract is over: people are asked to look again. */
    void reReviewDue(UUID reReview);

    /**
     * Draws the lot over a decision of T1, from its entry in the record, which has to be committed by then. Drawn once: asked again, it
     * tells the same.
     *
     * @return whether the decision is in the audit sample
     */
    boolean drawLot(UUID sampleReview);

    /**
     * Something begins: its process starts in the same transaction.
     *
     * @param tier T1 to T4 as last confirmed
     * @param facts small facts the process needs, for example {@code dueAt}, {@code owner}
     * @param excluded who is offered none of its tasks (H1)
     */
    record FollowUpBegan(
            FollowUp followUp,
            UUID subject,
            ContractId contract,
            @Nullable String tier,
            Map<String, String> facts,
            Set<String> excluded,
            Instant at) {

        public FollowUpBegan {
            facts = Map.copyOf(facts);
            excluded = Set.copyOf(excluded);
        }
    }

    /**
     * A step was worked off: the process moves on in the same transaction, and refuses if the actor does not hold the task.
     *
     * @param facts small facts the process branches on, for example {@code conditionResult=MET}
     */
    record FollowUpStepDone(UUID subject, FollowUpStep step, String actor, Map<String, String> facts, Instant at) {

        public FollowUpStepDone {
            facts = Map.copyOf(facts);
        }
    }

    /** Something became known of a contract: the re-review that waits for its day comes at the latest at this moment. */
    record ReReviewBroughtForward(UUID subject, Instant nextAt) {}

    /** Something ended from outside: a condition was waived, an interim measure decided on, a re-review replaced by a new one. */
    record FollowUpEnded(FollowUp followUp, UUID subject, Instant at) {}
}
