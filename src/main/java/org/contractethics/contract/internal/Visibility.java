package org.contractethics.contract.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;

/** Who may know what of a contract: everyone in the company its line in the register (H18), fewer its facts. */
public final class Visibility {

    private static final Set<Role> READ_ALL_FACTS = EnumSet.of(
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.PRODUCT_EXPERT,
            Role.EXTERNAL_EXPERT,
            Role.EMPLOYEE_PANELIST,
            Role.PANEL_CHAIR,
            Role.BOARD_COMMITTEE,
            Role.OMBUDS,
            Role.MONITOR,
            Role.AUDITOR);

    private Visibility() {}

    /** Whether the register is open to this person at all: it is the staff's, not that of people outside the company. */
    public static boolean maySeeRegister(Actor viewer) {
        return viewer.roles().stream().anyMatch(role -> role != Role.EXTERNAL_FILER);
    }

    public static void demandRegister(Actor viewer) {
        if (!maySeeRegister(viewer)) {
            throw Refused.notAllowed("The register of contracts is open to people of the company.");
        }
    }

    public static boolean mayReadAllFacts(Actor viewer) {
        return viewer.roles().stream().anyMatch(READ_ALL_FACTS::contains);
    }

    public static boolean mayReadFacts(Contract contract, Actor viewer) {
        return mayReadAllFacts(viewer) || owns(contract, viewer);
    }

    /** Whether the person is the account owner and still works in sales. */
    /** Whose contracts are their own in a query: the account name; empty for whoever is not in sales, or not any more. */
    static String owner(Actor viewer) {
        return viewer.has(Role.SUBMITTER) ? viewer.username() : "";
    }

    public static boolean owns(Contract contract, Actor viewer) {
        return viewer.has(Role.SUBMITTER) && viewer.username().equals(contract.submitter());
    }

    /**
     * What this person sees of the contract in lists and headings.
     *
     * @param capabilities for the words of the capabilities
     * @param redacted what is withheld from those who take no part in the review, with the last day of it (H18)
     */
    static RegisterLine line(
            Contract contract, Actor viewer, Catalogue capabilities, Map<RedactedField, LocalDate> redacted) {
        RegisterLine line = RegisterLine.open(contract, capabilities);
        return mayReadFacts(contract, viewer) ? line : line.without(redacted);
    }
}
