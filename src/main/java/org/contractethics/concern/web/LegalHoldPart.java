package org.contractethics.concern.web;

import java.util.Map;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.retention.HoldingForLaw;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** How long the concern is kept, and what keeps it longer. */
@Component
class LegalHoldPart implements HandlingPage.PagePart {

    private final HoldingForLaw holding;

    LegalHoldPart(HoldingForLaw holding) {
        this.holding = holding;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        model.put("legalHold", holding.of(view.concern().id()).orElse(null));
        model.put("keptFor", holding.periods());
    }
}
