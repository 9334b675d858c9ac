package org.contractethics.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.review.internal.measure.HoldingHearing;
import org.contractethics.review.internal.measure.WaitingOnContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Held and asked for": what concerns did to the contract, what waits for it, and why. */
@Component
class WaitingPanel implements CasePanel {

    /** Directly after the position of the case. */
    private static final int ORDER = 150;

    private final WaitingOnContract waiting;
    private final HoldingHearing hearing;

    WaitingPanel(WaitingOnContract waiting, HoldingHearing hearing) {
        this.waiting = waiting;
        this.hearing = hearing;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        List<Taken> known = waiting.knownTo(viewer, contract);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        ORDER,
                        Column.MAIN,
                        "review/waiting-panel",
                        Map.of("taken", known, "recordable", recordable(known, viewer), "contract", contract)));
    }

    private List<Taken> recordable(List<Taken> known, Actor viewer) {
        return known.stream().filter(taken -> hearing.offered(taken, viewer)).toList();
    }
}
