package org.contractethics.review.internal.measure;

import java.util.List;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** What was done to a contract because of concerns, as far as a reviewer may know of them (H13). */
@Component
public class WaitingOnContract {

    private static final Role[] REVIEWERS = {
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

    private final Measures measures;
    private final ConcernKnowledge concerns;

    WaitingOnContract(Measures measures, ConcernKnowledge concerns) {
        this.measures = measures;
        this.concerns = concerns;
    }

    /** Whether somebody reviews, and so may know what concerns bring about as far as none is kept from them. */
    public static boolean reviews(Actor viewer) {
        return viewer.hasAny(REVIEWERS) && !viewer.has(Role.LEADERSHIP);
    }

    /** Empty for whoever does not review. */
    public List<Taken> knownTo(Actor viewer, ContractId contract) {
        if (!reviews(viewer)) {
            return List.of();
        }
        List<Taken> all = measures.about(contract);
        if (all.isEmpty()) {
            return all;
        }
        Set<ConcernId> withheld = concerns.withheldFrom(viewer);
        return all.stream().filter(taken -> !withheld.contains(taken.concern())).toList();
    }
}
