package org.contractethics.review.internal;

import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;

/** Who learns that a contract nobody submitted is called in for review, or has to be. */
final class CallInNotices {

    private CallInNotices() {}

    static Notice calledIn(ReviewCase review, Contract contract) {
        return Notice.toPerson(
                review.owner(),
                contract.reference() + ": called in for review",
                "Nobody had submitted the contract, so it was called in. Add its documents now, before they are confirmed, name who is"
                        + " paid by it, and answer what reviewers ask.",
                "/contracts/" + contract.id());
    }

    /** The contract has no account owner who could be asked anything. */
    static Notice callIn(Contract contract) {
        return Notice.toRoles(
                Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                contract.reference() + ": call it in for review",
                "The contract runs, its review is asked for, and nobody ever submitted it. Name its account owner and call it in.",
                "/contracts/" + contract.id() + "/call-in");
    }
}
