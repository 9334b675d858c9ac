package org.contractethics.access.web;

import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/** Where each person begins: the work that waits for them, or what they came to see. */
final class Home {

    private static final Role[] HAVE_TASKS = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.MONITOR
    };

    private Home() {}

    static String of(Actor actor) {
        if (actor.has(Role.OMBUDS)) {
            return "/concerns";
        }
        if (actor.hasAny(HAVE_TASKS)) {
            return "/inbox";
        }
        if (actor.has(Role.SUBMITTER)) {
            return "/contracts";
        }
        if (actor.has(Role.AUDITOR)) {
            return "/audit";
        }
        if (actor.has(Role.LEADERSHIP)) {
            return "/insights";
        }
        if (actor.has(Role.EMPLOYEE)) {
            return "/contracts";
        }
        return actor.has(Role.EXTERNAL_FILER) ? "/concerns" : "/account";
    }
}
