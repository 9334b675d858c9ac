package org.contractethics.review.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account owner states when submitting.
 *
 * @param endUse what the agency will do with what is delivered, in the account owner's words
 * @param plannedSignature null where not known
 * @param accountTeam account names of everyone who is paid by the contract, besides the account owner (H1)
 * @param gaps facts of the contract that were not known at submission, one sentence each; shown, never hidden
 */
public record Intake(String endUse, @Nullable LocalDate plannedSignature, List<String> accountTeam, List<String> gaps) {

    public Intake {
        accountTeam = List.copyOf(accountTeam);
        gaps = List.copyOf(gaps);
    }
}
