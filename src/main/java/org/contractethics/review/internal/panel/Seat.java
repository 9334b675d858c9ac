package org.contractethics.review.internal.panel;

import java.util.List;
import org.contractethics.shared.Role;

/** The kinds of seats on a panel, in the order in which they are filled: the scarcest people first. */
public enum Seat {
    LEGAL("Legal reviewer", List.of(Role.LEGAL_REVIEWER)),
    /** T4 takes a view from outside (table 2.5). */
    OUTSIDE("External expert", List.of(Role.EXTERNAL_EXPERT)),
    /** Experts from outside sit where the reviewers of the company are too few. */
    HUMAN_RIGHTS("Human-rights reviewer", List.of(Role.HR_REVIEWER, Role.EXTERNAL_EXPERT)),
    EMPLOYEE("Employee panelist", List.of(Role.EMPLOYEE_PANELIST));

    private final String label;
    private final List<Role> roles;

    Seat(String label, List<Role> roles) {
        this.label = label;
        this.roles = roles;
    }

    public String label() {
        return label;
    }

    /** Who may take it; the later ones only when the earlier ones are used up. */
    public List<Role> roles() {
        return roles;
    }

    /** The seat that a voter of this role takes. */
    static Seat of(Role role) {
        for (Seat seat : values()) {
            if (seat.roles.contains(role)) {
                return seat;
            }
        }
        throw new IllegalArgumentException("no seat of a panel is for a " + role.label());
    }
}
