package org.contractethics.concern.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.measure.ActingByHand;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.springframework.stereotype.Component;

/** What is done about the contract: filer and handlers read it, handlers do more. */
@Component
class MeasuresPart implements HandlingPage.PagePart {

    private final ActingByHand acting;

    MeasuresPart(ActingByHand acting) {
        this.acting = acting;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        List<Taken> taken = acting.of(view.concern().id());
        model.put("measures", taken);
        model.put("holding", taken.stream().anyMatch(one -> one.measure() == Measure.HOLD && one.stands()));
        model.put("possible", view.handling() ? possible(view) : Map.of());
    }

    private Map<String, String> possible(View view) {
        Map<String, String> possible = new LinkedHashMap<>();
        acting.possible(view.concern()).forEach(measure -> possible.put(measure.name(), measure.label()));
        return possible;
    }
}
