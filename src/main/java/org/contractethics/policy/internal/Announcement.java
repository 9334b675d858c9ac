package org.contractethics.policy.internal;

import java.util.Set;
import org.contractethics.shared.Role;

/** Who hears of a change of the policy. */
final class Announcement {

    /** Everyone who works on reviews. */
    static final Set<Role> REVIEWERS = Set.of(
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.PRODUCT_EXPERT,
            Role.EXTERNAL_EXPERT,
            Role.EMPLOYEE_PANELIST,
            Role.PANEL_CHAIR,
            Role.BOARD_COMMITTEE,
            Role.MONITOR,
            Role.OMBUDS);

    private Announcement() {}
}
