package org.contractethics.finding.internal;

import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/** The roles that work on reviews before the vote: they judge findings, and propose terms and rule on them. */
public final class Reviewers {

    private static final Role[] ROLES = {
        Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT
    };

    private Reviewers() {}

    public static Role[] roles() {
        return ROLES.clone();
    }

    public static boolean includes(Actor actor) {
        return actor.hasAny(ROLES) && !actor.has(Role.AUDITOR) && !actor.has(Role.LEADERSHIP);
    }
}
