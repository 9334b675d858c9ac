package org.contractethics.workflow.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.concern.Concerns;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Which cases of a procedure somebody may learn of: a concern, and what began with one, is kept from some, in lists and counts too (H13). */
@Component
class KnownCases {

    private static final Set<String> OF_CONCERNS = Set.of(ProcessNames.CONCERN_HANDLING, ProcessNames.CONCERN_APPEAL);
    private static final Role[] READING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.AUDITOR};

    private final Concerns concerns;
    private final FollowUps followUps;

    KnownCases(Concerns concerns, FollowUps followUps) {
        this.concerns = concerns;
        this.followUps = followUps;
    }

    /** Concerns are for those who handle them, everything else for who answers for the procedure and who audits it. */
    boolean mayKnow(String procedure, Actor viewer) {
        return switch (procedure) {
            case ProcessNames.CONCERN_HANDLING -> viewer.has(Role.OMBUDS);
            case ProcessNames.CONCERN_APPEAL -> viewer.hasAny(Role.OMBUDS, Role.BOARD_COMMITTEE);
            default -> !ProcessNames.HOUSEKEEPING.contains(procedure) && viewer.hasAny(READING);
        };
    }

    /** Whether each case has to be asked about by itself. */
    boolean differ(String procedure) {
        return OF_CONCERNS.contains(procedure) || procedure.equals(ProcessNames.REMEDIATION);
    }

    boolean mayKnow(String procedure, UUID subject, Actor viewer) {
        if (OF_CONCERNS.contains(procedure)) {
            return concerns.mayHandle(new ConcernId(subject), viewer);
        }
        return !procedure.equals(ProcessNames.REMEDIATION)
                || followUps.mayKnow(subject, FollowUpStep.PLAN_REMEDY, viewer);
    }

    /** The concern that a case began with, where it did: what is recorded of the case names it. */
    Optional<ConcernId> concernOf(String procedure, UUID subject) {
        return procedure.equals(ProcessNames.REMEDIATION)
                ? followUps.concernOf(subject, FollowUpStep.PLAN_REMEDY)
                : Optional.empty();
    }
}
