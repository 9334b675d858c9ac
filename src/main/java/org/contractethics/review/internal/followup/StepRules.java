package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;

/** What one kind of follow-up adds to the frame of all steps: whose it is and who may not work on it. */
interface StepRules {

    FollowUp followUp();

    /** The contract it is about. */
    ContractId contractOf(UUID subject);

    /** The concern it began with, where it did. */
    default Optional<ConcernId> concernOf(UUID subject) {
        return Optional.empty();
    }

    /** Whether this person may learn of it at all: not where it began with a concern that is kept from them (H13). */
    default boolean mayKnow(UUID subject, Actor actor) {
        return true;
    }

    /** Why this person may not work on the step, one sentence for each rule. */
    List<String> against(UUID subject, FollowUpStep step, Actor actor);
}
