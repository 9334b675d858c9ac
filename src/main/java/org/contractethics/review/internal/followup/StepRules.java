package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** What one kind of follow-up adds to the frame of all steps: whose it is and who may not work on it. */
interface StepRules {

    FollowUp followUp();

    /** The contract it is about. */
    ContractId contractOf(UUID subject);

    /** Why this person may not work on the step, one sentence for each rule. */
    List<String> against(UUID subject, FollowUpStep step, Actor actor);
}
