package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.outcome.OutcomeResult;
import org.contractethics.concern.internal.outcome.PublishingOutcomes;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Publishing what came of a concern, for those who handled it. */
@Component
class OutcomePart implements HandlingPage.PagePart {

    private final PublishingOutcomes outcomes;

    OutcomePart(PublishingOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        Map<String, String> results = new LinkedHashMap<>();
        Arrays.stream(OutcomeResult.values()).forEach(result -> results.put(result.name(), result.label()));
        model.put("mayPublish", view.handling() && outcomes.possible(view.concern()));
        model.put("outcomeResults", results);
    }
}
