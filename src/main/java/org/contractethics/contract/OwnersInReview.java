package org.contractethics.contract;

import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** What the reviews of a contract say to a change of its account owner. Implemented by {@code review}. */
public interface OwnersInReview {

    /**
     * Why this person may not become the account owner: they reviewed the contract or decided on it, hold a task of its review, or
     * could vote in a vote that is open, from which the hand-over would exclude them. Whole sentences; empty means they may.
     */
    List<String> againstOwning(ContractId contract, Actor person);

    /** Why this person may not hand it over in place of the owner: they are paid by it (H1), or stepped back from a review (H2). */
    List<String> againstHandingOver(ContractId contract, Actor actor);

    /** Whether something is overdue that only the account owner can do: an answer, or a condition of theirs. */
    boolean overdueOfOwner(ContractId contract);
}
