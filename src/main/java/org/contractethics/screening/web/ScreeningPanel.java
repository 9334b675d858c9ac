package org.contractethics.screening.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.screening.internal.ReadingScreenings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Screening" on the case page, for those who review and nobody who is kept from it. */
@Component
class ScreeningPanel implements CasePanel {

    private static final int BEHIND_THE_FINDINGS = 420;

    private final ReadingScreenings screenings;
    private final ScreeningViews views;

    ScreeningPanel(ReadingScreenings screenings, ScreeningViews views) {
        this.screenings = screenings;
        this.views = views;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return screenings
                .of(contract, viewer)
                .map(found -> new View(
                        BEHIND_THE_FINDINGS,
                        Column.MAIN,
                        "screening/panel",
                        Map.of("view", views.view(contract, found, viewer))));
    }
}
