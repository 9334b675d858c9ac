package org.contractethics.review.internal.team;

import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;

/** Who learns that somebody is named as paid by a contract, denies it, and what was ruled. */
public final class TeamNotices {

    private TeamNotices() {}

    /** To each who is named: nobody is kept from a review without knowing it. */
    public static Notice named(Contract contract, String person) {
        return Notice.toPerson(
                person,
                contract.reference() + ": you are named as paid by it",
                "The account owner named you as paid by this contract, so you take no part in its review. If that is not so, say so: the"
                        + " panel chair or the board committee rules on it.",
                page(contract));
    }

    static Notice denied(Contract contract, PayDenial denial) {
        return Notice.toRoles(
                        Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
                        contract.reference() + ": somebody denies being paid by it",
                        "The account owner named them as paid by the contract, and they say that it is not so. Until one of you ruled on it"
                                + " they take no part in the review.",
                        page(contract) + "/denials/" + denial.id())
                .exceptFor(Set.of(denial.person()));
    }

    static Notice ruled(Contract contract, String to, boolean paid) {
        return Notice.toPerson(
                to,
                contract.reference() + ": it was ruled who is paid by it",
                paid
                        ? "The denial was turned down: the person who is named takes no part in the review."
                        : "The person who was named is not paid by the contract, and takes part in its review like anybody else.",
                page(contract));
    }

    private static String page(Contract contract) {
        return "/contracts/" + contract.id() + "/account-team";
    }
}
